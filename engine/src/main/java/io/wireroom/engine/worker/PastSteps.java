package io.wireroom.engine.worker;

import io.wireroom.engine.process.Job;
import java.util.Optional;

/** Steps that are answered from the record of an earlier run. Blocks. */
public interface PastSteps {
  /** What the job's step is answered with; empty when it does its work. */
  Optional<Past> of(Job job);
}
