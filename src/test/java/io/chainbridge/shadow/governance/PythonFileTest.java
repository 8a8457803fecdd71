package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFileTest {
  private static List<String> callees(String text) {
    return Py.file(text.replace("|", "\n")).calls().stream().map(Call::callee).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          import joblib as jl|jl.load(f) > joblib.load
          from pickle import load as l|l(f) > pickle.load
          import pickle|l = pickle.load|l(f) > pickle.load
          import a.b.c|a.b.c.d() > a.b.c.d
          import joblib|getattr(joblib, 'load')(f) > joblib.load
          import importlib|importlib.import_module('joblib').load(f) > joblib.load
          import joblib|pool.submit(joblib.load, f) > joblib.load
          import joblib|x = f'{joblib.load(f)!r:{w}}' > joblib.load
          from .m import x|x() > .service.app.m.x
          é = '😀'|é.ü(1) > é.ü
          a().b[0].c() > a().b[].c
          'x'.join(y) > .join
          """)
  void callsAreOfWhatTheirNamesStandFor(String text, String callee) {
    assertThat(callees(text)).contains(callee);
  }

  @Test
  void aNameThatIsBoundTwiceStandsForBoth() {
    assertThat(
            callees(
                "try:|  import cPickle as p|except ImportError:|  import pickle as p|p.load(f)"))
        .contains("cPickle.load", "pickle.load");
  }

  @Test
  void callsAreInTheOrderInWhichTheyAreMade() {
    assertThat(callees("a(b(c), d())|e()")).containsExactly("b", "d", "a", "e");
  }

  @Test
  void functionsHaveTheirDecoratorsAndTheirOwnCalls() {
    List<FunctionDef> functions =
        Py.file(
                """
                class A:
                    @router.post("/predict", response_model=List[B])
                    @staticmethod
                    async def f(x=Depends(g)):
                        def inner():
                            h()
                        return await i(x)
                """)
            .functions();
    assertThat(functions).extracting(FunctionDef::name).containsExactly("A.f", "A.f.inner");
    assertThat(functions).extracting(FunctionDef::line).containsExactly(4, 5);
    assertThat(functions.get(0).decorators())
        .extracting(Call::callee)
        .containsExactly("router.post", "staticmethod");
    assertThat(functions.get(0).routes())
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.literal()).hasValue("/predict");
              assertThat(route.keywords()).containsEntry("response_model", "List[B]");
            });
    assertThat(functions.get(0).calls()).extracting(Call::callee).containsExactly("Depends", "i");
    assertThat(functions.get(1).calls()).extracting(Call::callee).containsExactly("h");
  }

  @Test
  void classesHaveTheirBasesAndFields() {
    assertThat(
            Py.file(
                    """
                    import m as n
                    @dataclass(frozen=True)
                    class A(n.B, Generic[T], metaclass=C):
                        x: int = Field(1)
                        y = Column(Integer)
                        class Config:
                            z: str
                        def f(self):
                            self.w = 1
                    """)
                .classes())
        .containsExactly(
            new ClassDef(
                "A",
                3,
                List.of("m.B", "Generic"),
                "T",
                List.of(
                    new ClassDef.Field("x", "int", "Field(1)", 4),
                    new ClassDef.Field("y", "", "Column(Integer)", 5)),
                List.of("dataclass")),
            new ClassDef(
                "A.Config",
                6,
                List.of(),
                "",
                List.of(new ClassDef.Field("z", "str", "", 7)),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          x = 1|print 'x' > line 2: not Python 3 here; read as far as possible
          exec 'x' > line 1: not Python 3 here; read as far as possible
          if a ≠ b: pass > line 1: not Python 3 here; read as far as possible
          import a||x = ( > line 3: not Python 3 here; read as far as possible
          def f(:|  pass > line 1: not Python 3 here; read as far as possible
          import a|x = '␀' > line 2: has a null byte
          """)
  void aProblemNamesItsLine(String text, String problem) {
    String source = text.replace("|", "\n").replace('␀', '\0').replace("≠", "<>");
    assertThat(Py.file(source).problem()).hasValue(problem);
  }

  @Test
  void theRestOfAFileWithAnErrorIsRead() {
    assertThat(Py.file("def f(:\n  pass\n\nimport xgboost\nprint 'x'\n").imports())
        .singleElement()
        .returns(4, Import::line);
  }

  @Test
  void noDepthIsTooDeep() {
    String deep = "x = " + "(".repeat(10_000) + "a()" + ")".repeat(10_000) + "\nimport xgboost\n";
    assertThat(Py.file(deep).imports()).hasSize(1);
    assertThat(Py.file("class A:\n  " + deep).shape().parts()).containsKey("A.x");
    assertThat(Py.file("f(".repeat(10_000) + ")".repeat(10_000)).calls()).hasSize(10_000);
    assertThat(Py.file("a" + "()".repeat(10_000)).calls()).hasSize(10_000);
    assertThat(Py.file("a" + ".b".repeat(10_000) + "()").calls()).hasSize(1);
    assertThat(Py.file("x = " + "(".repeat(100_000)).problem()).isPresent();
  }

  @Test
  void aLineOfTwoMegabytesIsRead() {
    String line = "x = [" + "'abc', ".repeat(300_000) + "]; import xgboost";
    Assertions.assertThatCode(
            () -> assertThat(Py.file(line).imports()).extracting(Import::full).contains("xgboost"))
        .doesNotThrowAnyException();
  }

  @Test
  void filesAreReadAtTheSameTime() {
    List<Integer> counts =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(each -> Py.file("import a\n".repeat(each)).imports().size())
            .toList();
    assertThat(counts).isEqualTo(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  void aPlatformWithoutALibraryIsNamed(@TempDir Path folder) {
    String platform = TreeSitter.platform("SunOS", "sparcv9");
    assertThatThrownBy(() -> TreeSitter.unpack("lib/" + platform + ".so", folder, platform))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("the Python parser has no library for sparcv9-sunos; it has some");
  }
}
