package io.wireroom.library.feed;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.JDOMException;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** The JDK's own parser for XML from outside: no DOCTYPE, nothing fetched, bounded in size. */
final class BoundedXml implements XMLReaderJDOMFactory {
  private static final int MOST_ELEMENTS = 200_000;
  private static final int DEEPEST = 90;

  @Override
  public XMLReader createXMLReader() throws JDOMException {
    try {
      // why newDefault: another parser on the class path may not know these features.
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setXIncludeAware(false);
      return new Counting(factory.newSAXParser().getXMLReader());
    } catch (ParserConfigurationException | SAXException e) {
      throw new JDOMException("the JDK's XML parser lacks a safety feature", e);
    }
  }

  /** Whether a limit of ours or of the JDK ended the parse; the JDK's have a code of their own. */
  static boolean isTooMuch(JDOMException e) {
    return e.getCause() instanceof TooMuch || String.valueOf(e.getMessage()).contains("JAXP0001");
  }

  @Override
  public boolean isValidating() {
    return false;
  }

  private static final class Counting extends XMLFilterImpl {
    private int elements;
    private int depth;

    Counting(XMLReader parser) {
      super(parser);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
        throws SAXException {
      if (++elements > MOST_ELEMENTS) {
        throw new TooMuch("more than " + MOST_ELEMENTS + " elements");
      }
      if (++depth > DEEPEST) {
        throw new TooMuch("nested deeper than " + DEEPEST + " elements");
      }
      super.startElement(uri, name, qName, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
      depth--;
      super.endElement(uri, name, qName);
    }
  }

  static final class TooMuch extends SAXException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message);
    }
  }
}
