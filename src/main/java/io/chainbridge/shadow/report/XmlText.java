package io.chainbridge.shadow.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document in the making, an element a line. Whatever the texts hold, it is well-formed: the
 * JDK's writer escapes them, and {@link Quotation} keeps out the characters that XML forbids, which
 * that writer would let pass.
 */
final class XmlText {
  private static final int MOST_CHARACTERS = 4_000;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  XmlText() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Begins an element that holds others.
   *
   * @param attributes name and value in turn
   */
  XmlText open(String element, String... attributes) {
    return then(
        () -> {
          indent();
          xml.writeStartElement(element);
          write(attributes);
          depth++;
        });
  }

  /** Ends the element begun last. */
  XmlText close() {
    return then(
        () -> {
          depth--;
          indent();
          xml.writeEndElement();
        });
  }

  /** An element that holds nothing. */
  XmlText empty(String element, String... attributes) {
    return then(
        () -> {
          indent();
          xml.writeEmptyElement(element);
          write(attributes);
        });
  }

  /** An element that holds a text, a line for each of these. */
  XmlText text(String element, Iterable<String> lines, String... attributes) {
    return then(
        () -> {
          indent();
          xml.writeStartElement(element);
          write(attributes);
          String lineBreak = "";
          for (String line : lines) {
            xml.writeCharacters(lineBreak + Quotation.of(line, MOST_CHARACTERS));
            lineBreak = "\n";
          }
          xml.writeEndElement();
        });
  }

  /** The whole document; every element is to be closed before. */
  String end() {
    then(
        () -> {
          xml.writeCharacters("\n");
          xml.writeEndDocument();
          xml.flush();
        });
    return text.toString();
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], Quotation.of(attributes[i + 1], MOST_CHARACTERS));
    }
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** What one call adds. */
  private interface Addition {
    void write() throws XMLStreamException;
  }

  /** Into memory nothing fails but a caller that closes more than it opened. */
  private XmlText then(Addition addition) {
    try {
      addition.write();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
