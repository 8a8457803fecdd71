package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {
  private static List<Import> imports(String text) {
    return Py.file("service/app/shadow/x.py", text.replace("|", "\n")).imports();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          import xgboost > xgboost
          import a, xgboost as x > xgboost
          import xgboost.sklearn > xgboost.sklearn
          from xgboost import XGBClassifier as X > xgboost.XGBClassifier
          from xgboost.a import (b,| c) > xgboost.a.c
          from xgboost import * > xgboost
          try:|  import xgboost|except ImportError:|  pass > xgboost
          def f():|\timport xgboost > xgboost
          import \\|  xgboost > xgboost
          x = 1; import xgboost > xgboost
          import importlib|importlib.import_module("xgboost") > xgboost
          import importlib as il|il.import_module('xgboost') > xgboost
          from importlib import import_module as im|im("xgb" "oost") > xgboost
          import importlib|im = importlib.import_module|im("xgboost") > xgboost
          __import__("xgboost.core") > xgboost.core
          import ｘgboost > xgboost
          é = '😀'; import xgboost > xgboost
          from . import xgboost > .service.app.shadow.xgboost
          from .. import xgboost > .service.app.xgboost
          from ..a.b import c > .service.app.a.b.c
          from ..... import c > .c
          """)
  void areFoundInEachForm(String text, String full) {
    assertThat(imports(text)).last().returns(full, Import::full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# import xgboost",
        "x = 1  # import xgboost",
        "'import xgboost'",
        "'''\nimport xgboost\n'''",
        "def f():\n  \"\"\"Never\n  import xgboost\n  \"\"\"",
        "x = f'import xgboost {1}'",
        "x = f'''\nimport xgboost\n{y}'''",
        "x = r'\\\nimport xgboost'",
        "import a.b.xgboost_helper",
        "from a import xgboost",
        "from . import xgboost",
        "import xgboosted",
        "import_module('xgboost')",
        "# \0 import xgboost"
      })
  void areNeitherCommentsNorTextsNorOtherNames(String text) {
    assertThat(Py.file("x.py", text).imports()).noneMatch(each -> each.brings("xgboost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__import__(name)",
        "__import__('xg' + 'boost')",
        "__import__(f'{x}boost')",
        "__import__('xg\\x62oost')",
        "import importlib\nimportlib.import_module(name='x' if y else 'z')",
        "import importlib\nimportlib.import_module('.x', package)",
        "exec('import xgboost')",
        "import builtins\nbuiltins.eval(text)"
      })
  void thatOnlyTheRunningProgramKnowsAreMarked(String text) {
    assertThat(Py.file(text).imports()).last().matches(Import::undecidable);
  }

  @Test
  void ofTypesAloneAreMarked() {
    assertThat(
            imports(
                "from typing import TYPE_CHECKING as T|if T:|  import a|else:|  import b|"
                    + "import typing|if typing.TYPE_CHECKING:|  import c|if not T:|  import d"))
        .filteredOn(Import::typesOnly)
        .extracting(Import::full)
        .containsExactly("a", "c");
    assertThat(imports("TYPE_CHECKING = True|if TYPE_CHECKING:|  import a"))
        .noneMatch(Import::typesOnly);
  }

  @Test
  void knowTheirLineAndFunction() {
    assertThat(imports("class A:|  async def f(self):|    def g():|      import a"))
        .containsExactly(new Import("a", "", "", 4, Import.How.STATEMENT, false, "A.f.g"));
  }

  @Test
  void ofEverythingMayBringWhatTheyDoNotName() {
    Import star = imports("from a.b import *").get(0);
    assertThat(star.mayBring("a.b.c")).isTrue();
    assertThat(star.mayBring("a.bc")).isFalse();
    assertThat(star.brings("a.b")).isTrue();
  }

  @Test
  void relativeToTheFilesPackageByACall() {
    assertThat(imports("from importlib import import_module|import_module('.a', __package__)"))
        .last()
        .returns(".service.app.shadow.a", Import::full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"import a\r\nimport b\r\n", "import a\rimport b", "\uFEFFimport a\n\fimport b"})
  void areFoundWhateverEndsTheirLines(String text) {
    assertThat(Py.file(text).imports()).extracting(Import::full).containsExactly("a", "b");
    assertThat(Py.file(text).imports()).last().returns(2, Import::line);
    assertThat(Py.file(text).problem()).isEmpty();
  }
}
