package io.chainbridge.shadow.governance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rule 1. Public-key cryptography that a quantum computer breaks: RSA, and whatever rests on
 * discrete logarithms, over curves or not. Hashes and symmetric ciphers are fine. Tests are not
 * looked at: their keys protect nothing.
 */
final class QuantumSafeCryptography implements Rule {
  private static final List<String> UNSAFE =
      Stream.of(
              names(
                  "cryptography.hazmat.primitives.asymmetric",
                  "rsa padding dsa ec dh ed25519 ed448 x25519 x448"),
              names(
                  "Crypto", "PublicKey Signature Protocol.DH Cipher.PKCS1_OAEP Cipher.PKCS1_v1_5"),
              names(
                  "Cryptodome",
                  "PublicKey Signature Protocol.DH Cipher.PKCS1_OAEP Cipher.PKCS1_v1_5"),
              names("nacl", "signing public"),
              names(
                  "paramiko",
                  "RSAKey DSSKey ECDSAKey Ed25519Key rsakey dsskey ecdsakey ed25519key"),
              names("OpenSSL.crypto", "TYPE_RSA TYPE_DSA"),
              names("M2Crypto", "RSA DSA EC DH"),
              Stream.of("rsa", "ecdsa", "fastecdsa", "coincurve", "ed25519", "eciespy", "ecies"))
          .flatMap(each -> each)
          .toList();

  private static final Pattern MENTIONS =
      Pattern.compile(
          "\\b(cryptography|Crypto|Cryptodome|nacl|paramiko|OpenSSL|M2Crypto|rsa|ecdsa|fastecdsa"
              + "|coincurve|ed25519|eciespy|ecies)\\b|"
              + DynamicImports.WORDS);

  private static final String REMEDY =
      "use ML-KEM (FIPS 203) or ML-DSA (FIPS 204), or keep to symmetric cryptography";

  private static Stream<String> names(String module, String within) {
    return Pattern.compile(" ").splitAsStream(within).map(each -> module + "." + each);
  }

  @Override
  public Description description() {
    return new Description(
        1,
        "Quantum-Safe Cryptography Only",
        Severity.CRITICAL,
        "imports and calls in Python, without tests");
  }

  @Override
  public Examination examine(Checkout checkout) {
    return Findings.inPython(checkout, MENTIONS, QuantumSafeCryptography::look);
  }

  private static void look(PythonFile file, Findings findings) {
    Set<Integer> lines = new HashSet<>();
    for (Import each : file.imports()) {
      if (!each.typesOnly() && UNSAFE.stream().anyMatch(each::brings)) {
        lines.add(each.line());
        findings.violation(
            file, each.line(), each.shown() + ": a quantum computer breaks it", REMEDY);
      } else if (!each.typesOnly() && UNSAFE.stream().anyMatch(each::mayBring)) {
        findings.review(
            file,
            each.line(),
            each.shown() + ": may bring cryptography that a quantum computer breaks",
            "import by name what is used");
      }
      DynamicImports.review(each, file, findings);
    }
    Predicate<Call> imported =
        call ->
            file.imports().stream()
                .anyMatch(
                    each ->
                        UNSAFE.stream().anyMatch(each::brings)
                            && Dotted.within(call.callee(), each.full()));
    for (Call call : file.calls()) {
      if (UNSAFE.stream().anyMatch(name -> Dotted.within(call.callee(), name))
          && !imported.test(call)
          && lines.add(call.line())) {
        findings.violation(
            file, call.line(), call.callee() + ": a quantum computer breaks it", REMEDY);
      }
    }
  }
}
