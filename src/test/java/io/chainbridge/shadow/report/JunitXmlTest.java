package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.chainbridge.shadow.Golden;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitXmlTest {

  @Test
  void isTheGoldenFile() {
    new Golden("junit.xml").assertIs(write(ReportSample.red()));
  }

  @ParameterizedTest
  @EnumSource(names = {"STRESS_BREACHED", "STRESS_INVALID", "SPIKE_BREACHED", "CAPACITY_BREACHED"})
  void aRunInPhasesHasACaseForEachLimitInEachPhase(ShapeSample sample) {
    new Golden("junit/%s.xml".formatted(sample.key())).assertIs(write(sample.sample()));
  }

  @Test
  void aRunThatEndedEarlyEndedInOrder() {
    assertThat(write(ShapeSample.STRESS_BREACHED.sample())).doesNotContain("<error");
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void isValid(ReportSample sample) throws SAXException {
    Schema schema = schema();
    assertThatCode(
            () -> schema.newValidator().validate(new StreamSource(new StringReader(write(sample)))))
        .doesNotThrowAnyException();
  }

  private static Schema schema() throws SAXException {
    URL schema = Objects.requireNonNull(JunitXmlTest.class.getResource("/schema/junit.xsd"));
    return SchemaFactory.newDefaultInstance().newSchema(schema);
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void itsCountsAreThoseOfItsElements(ReportSample sample) throws Exception {
    Document document = parse(write(sample));
    List<Element> parents = elements(document.getElementsByTagName("testsuite"));
    assertThat(parents).isNotEmpty();
    assertCounts(document.getDocumentElement());
    parents.forEach(JunitXmlTest::assertCounts);
  }

  private static void assertCounts(Element element) {
    assertThat(element.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(element.getAttribute("tests")));
    assertThat(element.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(element.getAttribute("failures")));
    assertThat(element.getElementsByTagName("error").getLength())
        .isEqualTo(Integer.parseInt(element.getAttribute("errors")));
  }

  @Test
  void aRunThatPassesHasNoFailure() {
    assertThat(write(ReportSample.green())).doesNotContain("<failure", "<error");
  }

  @Test
  void aRunThatDidNotEndIsAnErrorOfItsOwn() throws Exception {
    Document document = parse(write(ReportSample.interrupted()));
    Element first = elements(document.getElementsByTagName("testcase")).get(0);
    assertThat(first.getAttribute("name")).isEqualTo("run");
    Element error = elements(first.getElementsByTagName("error")).get(0);
    assertThat(error.getAttribute("type")).isEqualTo("interrupted");
    assertThat(error.getTextContent()).isEqualTo("the run was stopped before its end");
  }

  @Test
  void theWordsOfAServiceStayWords() throws Exception {
    Document document = parse(write(ReportSample.hostile()));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(elements(document.getElementsByTagName("failure")))
        .anyMatch(failure -> failure.getTextContent().contains("<script>alert('1')</script>"));
    assertThat(write(ReportSample.flood())).hasSizeLessThan(100_000);
  }

  private static String write(ReportSample sample) {
    return JunitXml.write(sample.run(), sample.verdict());
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> (Element) nodes.item(index))
        .toList();
  }
}
