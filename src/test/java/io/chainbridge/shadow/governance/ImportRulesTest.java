package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1, 3 and 4. */
class ImportRulesTest {
  private static final Rule CRYPTOGRAPHY = new QuantumSafeCryptography();
  private static final Rule HEAVY = new HeavyImports();
  private static final Rule XGBOOST = new NoXgboost();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          from cryptography.hazmat.primitives.asymmetric import rsa       ; VIOLATION
          from cryptography.hazmat.primitives.asymmetric.ec import ECDH   ; VIOLATION
          import rsa                                                      ; VIOLATION
          from Crypto.PublicKey import RSA                                ; VIOLATION
          from Cryptodome.Signature import pss                            ; VIOLATION
          import ecdsa                                                    ; VIOLATION
          from nacl.signing import SigningKey                             ; VIOLATION
          import paramiko|k = paramiko.RSAKey.generate(2048)              ; VIOLATION
          from cryptography.hazmat.primitives import asymmetric as a|a.rsa.generate_private_key() ; VIOLATION
          from cryptography.hazmat.primitives.asymmetric import *         ; MANUAL_REVIEW
          import importlib|importlib.import_module(name)                  ; MANUAL_REVIEW
          """)
  void cryptographyThatAQuantumComputerBreaksIsFound(String text, String kind) throws IOException {
    Examination found = CRYPTOGRAPHY.examine(Py.checkout(folder, "app/keys.py: " + text));
    assertThat(Py.findings(found)).singleElement().asString().startsWith(kind + " app/keys.py:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import hashlib, hmac, secrets",
        "from cryptography.hazmat.primitives.ciphers.aead import AESGCM",
        "from cryptography.fernet import Fernet",
        "from Crypto.Cipher import AES",
        "import paramiko|paramiko.SSHClient()",
        "from . import rsa",
        "# import rsa",
        "from typing import TYPE_CHECKING|if TYPE_CHECKING:|  import rsa",
        "import conversation_rsa"
      })
  void otherCryptographyIsFine(String text) throws IOException {
    Examination found = CRYPTOGRAPHY.examine(Py.checkout(folder, "app/keys.py: " + text));
    assertThat(Py.findings(found)).isEmpty();
    assertThat(found.looked()).isEqualTo(1);
  }

  @Test
  void keysOfTestsProtectNothing() throws IOException {
    assertThat(CRYPTOGRAPHY.examine(Py.checkout(folder, "tests/keys.py: import rsa")).looked())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          import xgboost                             ; VIOLATION app/shadow_x.py:1 import xgboost
          def f():|  from xgboost import DMatrix     ; VIOLATION app/shadow_x.py:2 from xgboost import DMatrix
          __import__("xgboost")                      ; VIOLATION app/shadow_x.py:1 the import of "xgboost" by a call
          from typing import TYPE_CHECKING|if TYPE_CHECKING:|  import xgboost ; VIOLATION app/shadow_x.py:3 import xgboost, for types alone
          exec("import xgboost")                     ; MANUAL_REVIEW app/shadow_x.py:1 what is imported here, or run as code, is only known when the program runs
          """)
  void xgboostIsFoundInShadowCode(String text, String finding) throws IOException {
    Examination found = XGBOOST.examine(Py.checkout(folder, "app/shadow_x.py: " + text));
    assertThat(Py.findings(found)).containsExactly(finding.strip());
  }

  @Test
  void aFileThatCannotBeReadAsAWholeIsForAPerson() throws IOException {
    assertThat(Py.findings(XGBOOST.examine(Py.checkout(folder, "app/shadow_x.py: x = ("))))
        .containsExactly(
            "MANUAL_REVIEW app/shadow_x.py:1 cannot be read as a whole:"
                + " line 1: not Python 3 here; read as far as possible");
  }

  @Test
  void aFileThatIsNoTextIsForAPerson() throws IOException {
    Checkout checkout = Py.checkout(folder, "app/shadow_x.py: import xgboost \0");
    String found = "MANUAL_REVIEW app/shadow_x.py:1 cannot be examined: it is binary";
    assertThat(Py.findings(XGBOOST.examine(checkout))).containsExactly(found);
    assertThat(Py.findings(CRYPTOGRAPHY.examine(checkout))).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/shadow_x.py: # import xgboost",
        "app/shadow_x.py: 'import xgboost'",
        "app/shadow_x.py: from . import xgboost",
        "app/shadow_x.py: import a.b.xgboost_helper",
        "app/train.py: import xgboost",
        "tests/test_shadow.py: import xgboost"
      })
  void xgboostIsFoundNowhereElse(String file) throws IOException {
    assertThat(Py.findings(XGBOOST.examine(Py.checkout(folder, file)))).isEmpty();
  }

  @Test
  void theChainOfFilesToAHeavyImportIsTold() throws IOException {
    Checkout checkout =
        Py.checkout(
            folder,
            "service/app/api_shadow.py: from app.repo import load|from . import fine",
            "service/app/__init__.py: ",
            "service/app/fine.py: import json",
            "service/app/repo.py: from .ml import model",
            "service/app/ml/__init__.py: ",
            "service/app/ml/model.py: import torch.nn",
            "service/app/train.py: import sklearn");
    Examination found = HEAVY.examine(checkout);
    assertThat(Py.findings(found))
        .containsExactly(
            "VIOLATION service/app/ml/model.py:1 import torch.nn in the request path:"
                + " service/app/api_shadow.py -> service/app/repo.py -> service/app/ml/model.py");
    assertThat(found.looked()).isEqualTo(6);
  }

  @Test
  void aPackageIsLoadedWithItsModules() throws IOException {
    Checkout checkout =
        Py.checkout(
            folder,
            "app/shadow/api.py: import app.ml.names",
            "app/ml/__init__.py: import tensorflow as tf",
            "app/ml/names.py: import app.shadow.api");
    assertThat(Py.findings(HEAVY.examine(checkout)))
        .containsExactly(
            "VIOLATION app/ml/__init__.py:1 import tensorflow in the request path:"
                + " app/shadow/api.py -> app/ml/__init__.py");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          @r.get("/x")|def f():|  import keras       ; VIOLATION app/api_shadow.py:3 import keras in the request path
          def f():|  import keras                    ; MANUAL_REVIEW app/api_shadow.py:2 import keras, only when a function runs, in the request path
          """)
  void anImportInAnEndpointIsInTheRequestPath(String text, String finding) throws IOException {
    assertThat(Py.findings(HEAVY.examine(Py.checkout(folder, "app/api_shadow.py: " + text))))
        .containsExactly(finding.strip());
  }

  @Test
  void whatIsForTypesAloneOrLightIsFine() throws IOException {
    Checkout checkout =
        Py.checkout(
            folder,
            "app/api_shadow.py: import pandas|import typing as t|if t.TYPE_CHECKING:|  import torch");
    assertThat(Py.findings(HEAVY.examine(checkout))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"torchvision", "lightning", "sentence_transformers", "spacy", "xgboost_ray"})
  void librariesThatLoadTheHeavyOnesAreHeavy(String library) throws IOException {
    assertThat(
            Py.findings(
                HEAVY.examine(Py.checkout(folder, "app/api_shadow.py: import " + library + ".x"))))
        .singleElement()
        .asString()
        .startsWith("VIOLATION app/api_shadow.py:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xgboost_ray", "xgboost_spark"})
  void xgboostOnAClusterIsXgboost(String library) throws IOException {
    assertThat(
            Py.findings(XGBOOST.examine(Py.checkout(folder, "app/shadow_x.py: import " + library))))
        .hasSize(1);
  }
}
