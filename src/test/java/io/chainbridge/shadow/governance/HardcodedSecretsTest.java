package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are put together here, so that this file holds none. */
class HardcodedSecretsTest extends RuleTest {
  private static final String LONG = "q7Zt3Vb9Xc5Lm1Np8Rs4Kd6Wf2Hg0JyTuEoAiQz";

  @TempDir private Path plain;

  HardcodedSecretsTest() {
    super(new HardcodedSecrets());
  }

  @ParameterizedTest
  @CsvSource({
    "AKI,A,Q3EGZ7XJ5K2MWQ4T,      an AWS access key ID",
    "gh,p_,{L},                   a GitHub token",
    "github_,pat_,{L},            a GitHub token",
    "glpa,t-,{L},                 a GitLab token",
    "xox,b-,123456789012-{L},     a Slack token",
    "https://hooks.sla,ck.com/services/,T00000000/B00000000/{L}, a Slack webhook",
    "AIz,a,SyD4q7Zt3Vb9Xc5Lm1Np8Rs4Kd6Wf2Hg0Jy, a Google API key",
    "sk_,live_,{L},               a Stripe key",
    "-----BEGIN RSA PRIV,ATE KEY,-----, a private key",
    "eyJ,hbGciOiJIUzI1NiJ9.,eyJzdWIiOiIxMjM0In0.{L}, a JSON Web Token",
    "Account,Key=,{L}{L}abc4Ef==, an Azure storage key",
    "npm,_,q7Zt3Vb9Xc5Lm1Np8Rs4Kd6Wf2Hg0JyTuEoA, an npm token",
    "postgres:,//app:k4Zx9w@db.acme,.io:5432/x, a password in a URL",
  })
  void tokensAreKnownByTheirShape(String one, String two, String rest, String words) {
    String secret = one + two + rest.replace("{L}", LONG);
    beginTopic();
    repository.write("a.py", "x = 1", "y = '" + secret + "'").commit("[A] a");
    Examination examination = sinceMain();
    assertFindings(examination).containsExactly("VIOLATION a.py:2 looks like " + words);
    assertThat(examination.toString()).doesNotContain(secret).doesNotContain(LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pas~sword = \"S3cr3t!Horse9\"",
        "DB_PASS~WORD: str = 'S3cr3t!Horse9'",
        "{\"api~_key\": \"S3cr3t!Horse9\"}",
        "client.connect(tok~en='S3cr3t!Horse9')",
        "const api~Key = \"S3cr3t!Horse9\";",
        "SEC~RET_KEY = b\"correcthorsebatterystaple\"",
        "DB_PA~SS = \"S3cr3t!Horse9\"",
        "SIGNING~_KEY = \"S3cr3t!Horse9\"",
        "ENCRYPTION~_KEY = 'S3cr3t!Horse9'",
        "x = Secret~Str(\"S3cr3t!Horse9\")",
        "{\"Authori~zation\": \"Bearer S3cr3tHorse9\"}",
        "redis://:S3cr3t!Hor~se9@cache.acme.io",
      })
  void literalsAreKnownByTheirNames(String broken) {
    String line = broken.replace("~", "");
    assertThat(Secret.in("a.py", line)).hasSize(1);
    assertThat(Secret.masked(line)).contains("***").doesNotContain("orse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = os.environ[\"DB_PASSWORD\"]",
        "password = os.environ.get('DB_PASSWORD')",
        "password = \"${DB_PASSWORD}\"",
        "token: \"${{ secrets.GITHUB_TOKEN }}\"",
        "password = \"<your password here>\"",
        "api_key = \"changeme-1234567\"",
        "api_key = \"xxxxxxxxxxxx1234\"",
        "api_key = \"my-example-key-42\"",
        "token = \"access_token\"",
        "secret = \"{{ vault_secret_1 }}\"",
        "password = \"Enter 1 password of yours\"",
        "if token == \"S3cr3t!Horse9\":",
        "token_url = \"https://auth.example.org/t0k3n\"",
        "password = \"aaaa1111\"",
        "password = \"/run/secrets/db1\"",
        "aws = \"AKIAIOSFODNN7" + "EXAMPLE\"",
        "url = \"postgres://user:${PASSWORD}@db/x\"",
        "url: postgresql://postgres:postgres@localhost:5432/test",
        "url: postgresql://chainiq:chainiq@db/chainiq",
        "api_key = \"test-api-key-1\"",
        "api_key = 'test-key-12345'",
        "SECRET_KEY = \"test-secret-key-for-unit-tests-1\"",
        "assert call(token=\"abc123def456\")",
        "PASSWORD_RESET_TOKEN = \"password-reset-token-v2\"",
        "error_code_token = \"TOKEN_EXPIRED_401\"",
        "next_token = \"cursor-0001\"",
        "token = \"bert-base-uncased-v1\"",
        "eos_token=\"<|endoftext|>\"",
        "token = \"sha256:9f86d081884c7d659a2feaa0c55ad015\"",
        "secret = \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-1b2C3d\"",
        "secret = \"projects/123/secrets/db-a1/versions/1\"",
        "pwd: \"C:/Users/dev/w0rk\"",
        "bypass = \"S3cr3t!Horse9\"",
      })
  void placeholdersAndLookUpsAreNone(String line) {
    assertThat(Secret.in("a.py", line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ci.yml           | url: postgres://app:S3cr3tHorse9@localhost/x",
        "ci.yml           | url: postgres://app:S3cr3tHorse9@db:5432/x",
        "ci.yml           | url: postgres://app:password@db.acme.io/x",
        "ci.yml           | url: postgres://chainiq:chainiq@db.acme.io/x",
        "tests/a.py       | url = 'postgres://app:S3cr3tHorse9@db.acme.io/x'",
        "app/test_a.py    | password = 'S3cr3t!Horse9'",
        "src/test/a/A.java| password = \"S3cr3t!Horse9\"",
        ".env.example     | API_TOKEN=S3cr3t9Horse",
        "app.yaml.sample  | password: S3cr3t9Horse",
        "a.env.template   | API_TOKEN=S3cr3t9Horse",
      })
  void whatMayBeForTestsAloneIsForAPersonToSee(String path, String line) {
    repository.write(path, line);
    assertFindings(uncommitted())
        .singleElement()
        .asString()
        .startsWith("MANUAL_REVIEW")
        .endsWith("may be for tests alone");
  }

  @Test
  void tokensKnownByTheirShapeAreSecretsInTestsToo() {
    repository.write("tests/a.py", "x = 'AKIA" + "Q3EGZ7XJ5K2MWQ4T'");
    assertFindings(uncommitted())
        .containsExactly("VIOLATION tests/a.py:1 looks like an AWS access key ID");
  }

  @Test
  void settingsFilesNeedNoQuotes() {
    assertThat(Secret.in("run.sh", "export DB_PASSWORD=S3cr3t9Horse")).hasSize(1);
    assertThat(Secret.in("run.sh", "token=$1 password=$db_password2")).isEmpty();
    assertThat(Secret.in("web/Dockerfile", "ENV DB_PASSWORD=S3cr3t9Horse")).hasSize(1);
    assertThat(Secret.in("deploy/.env", "API_TOKEN=S3cr3t9Horse")).hasSize(1);
    assertThat(Secret.in("app.yaml", "  password: S3cr3t9Horse # of the database")).hasSize(1);
    assertThat(Secret.in("app.py", "token = S3cr3t9Horse")).isEmpty();
    assertThat(Secret.in("app.yaml", "  password: ${DB_PASSWORD}")).isEmpty();
  }

  @Test
  void whatWasThereBeforeIsNotOfThisChange() {
    repository.write("a.py", "password = \"S3cr3t!Horse9\"");
    beginTopic();
    repository.write("a.py", "password = \"S3cr3t!Horse9\"", "more = 1").commit("[A] a");
    assertThat(sinceMain()).isEqualTo(new Examination(1, List.of()));
    assertThat(status(repository.checkout())).isEqualTo(Audit.Status.NOTHING_TO_LOOK_AT);
  }

  @Test
  void aLineThatIsMarkedIsForAPersonToSee() {
    beginTopic();
    repository.write("a.py", "password = \"S3cr3t!Horse9\"  # pragma: allowlist secret");
    assertFindings(sinceMain())
        .containsExactly(
            "MANUAL_REVIEW a.py:1 looks like a literal for \"password\", and is marked as none");
  }

  @Test
  void outsideGitEveryLineIsLookedAt() throws IOException {
    Files.writeString(plain.resolve("a.py"), "x = 1\r\npassword = \"S3cr3t!Horse9\"\r\n");
    assertFindings(new HardcodedSecrets().examine(Checkout.open(plain, Optional.empty())))
        .containsExactly("VIOLATION a.py:2 looks like a literal for \"password\"");
  }

  @Test
  void whereTheBaseIsUnusableEveryLineIsLookedAt() {
    repository.write("a.py", "password = \"S3cr3t!Horse9\"").commit("[A] a");
    assertThat(new HardcodedSecrets().examine(repository.since("nowhere")).findings()).hasSize(1);
  }
}
