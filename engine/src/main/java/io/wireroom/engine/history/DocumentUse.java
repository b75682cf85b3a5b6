package io.wireroom.engine.history;

import io.wireroom.engine.document.DocumentId;

/** A value of the run refers to the document. */
record DocumentUse(long runKey, DocumentId document) {}
