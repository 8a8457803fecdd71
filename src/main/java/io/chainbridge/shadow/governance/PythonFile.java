package io.chainbridge.shadow.governance;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A file in Python, read by a parser of the language: what is in comments and texts is neither an
 * import nor a call. It is parsed when something of it is first asked for, and once; thread-safe.
 */
public final class PythonFile {
  private final SourceFile source;
  private volatile Optional<Reading> reading = Optional.empty();

  private PythonFile(SourceFile source) {
    this.source = source;
  }

  static PythonFile parse(SourceFile source) {
    return new PythonFile(source);
  }

  /** What a parse leaves: plain data. */
  private record Reading(
      List<Import> imports,
      List<ClassDef> classes,
      List<FunctionDef> functions,
      List<Call> calls,
      List<Key> keys,
      Names names,
      Optional<String> problem) {

    static Reading of(SourceFile source) {
      PythonSyntax syntax = PythonSyntax.of(source.text());
      SyntaxTree tree = syntax.tree();
      ImportReader imports = new ImportReader(tree, source.path());
      Names names = imports.names();
      Scopes scopes = new Scopes(tree, names);
      CallReader callReader = new CallReader(tree, names, scopes);
      DefinitionReader definitions = new DefinitionReader(tree, names, scopes);
      List<Call> calls = callReader.calls(new TreeSet<>(definitions.topNames()));
      return new Reading(
          List.copyOf(imports.imports(names, scopes)),
          definitions.classes(callReader),
          definitions.functions(callReader, calls),
          calls,
          List.copyOf(definitions.keys()),
          names,
          syntax.problem());
    }
  }

  /**
   * Reads files at the same time, as many as there are processors; what is asked of them later is
   * there at once. The first is read alone, so that a parser that cannot be loaded is told here.
   */
  static void readAhead(Collection<PythonFile> files) {
    files.stream().findFirst().ifPresent(PythonFile::reading);
    files.parallelStream().forEach(PythonFile::reading);
  }

  private Reading reading() {
    if (reading.isEmpty()) {
      synchronized (this) {
        if (reading.isEmpty()) {
          reading = Optional.of(Reading.of(source));
        }
      }
    }
    return reading.get();
  }

  /** Its text. */
  public SourceFile source() {
    return source;
  }

  /** From the top of the checkout, with slashes. */
  public String path() {
    return source.path();
  }

  /**
   * Why it could not be read as a whole, with the line: "line 7: not Python 3 here; read as far as
   * possible". Empty for Python 3.
   */
  public Optional<String> problem() {
    return reading().problem();
  }

  /** The form of its data, to be compared with that of another version; parsed for each call. */
  public Shape shape() {
    SyntaxTree tree = PythonSyntax.of(source.text()).tree();
    return Shape.of(tree, new Scopes(tree, new ImportReader(tree, source.path()).names()));
  }

  /** In the order of the file. */
  List<Import> imports() {
    return reading().imports();
  }

  /** In the order of the file. */
  List<ClassDef> classes() {
    return reading().classes();
  }

  /** In the order of the file, methods and functions within functions too. */
  List<FunctionDef> functions() {
    return reading().functions();
  }

  /** In the order in which they are made; those of decorators themselves are left out. */
  List<Call> calls() {
    return reading().calls();
  }

  /** What it uses as the key of something that it makes. */
  List<Key> keys() {
    return reading().keys();
  }

  /** Each that a dotted name stands for by the file's imports; itself if by none. */
  Set<String> resolve(String dotted) {
    return reading().names().resolve(dotted);
  }

  /**
   * Whether the text alone has a match: far cheaper than parsing, for passing over files that
   * cannot have what is looked for. Letters that Python takes for others are seen as these.
   */
  boolean mentions(Pattern words) {
    String text = source.text();
    if (words.matcher(text).find()) {
      return true;
    }
    boolean lookAlikes = !text.chars().allMatch(letter -> letter < 128);
    return lookAlikes && words.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
  }
}
