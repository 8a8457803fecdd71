package io.chainbridge.shadow.gatling;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;

/** The arguments of the forked JVM as pom.xml has them, so that tests fork it alike. */
final class PomJvmArgs {
  private static final String OF_ALL = "/project/build//jvmArg";
  private static final String OF_THE_PROBE = "/project/profiles/profile[id='probe']//jvmArg";

  private PomJvmArgs() {}

  /**
   * Reads them.
   *
   * @param simulation the probe has some of its own
   */
  static List<String> read(String simulation) {
    try {
      var pom =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(Path.of("pom.xml").toFile());
      NodeList arguments =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(
                      simulation.equals("Probe") ? OF_ALL + "|" + OF_THE_PROBE : OF_ALL,
                      pom,
                      XPathConstants.NODESET);
      return IntStream.range(0, arguments.getLength())
          .mapToObj(index -> arguments.item(index).getTextContent())
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException("pom.xml cannot be read", e);
    }
  }
}
