package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.Modules.Definition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rule 10. An endpoint that predicts records that it did: it calls something that records, or a
 * function of the checkout that does, or that calls one, and so on for five steps. What it hands to
 * another call, as to a background task, counts as called. An endpoint is looked at if its path or
 * name, or a call on the way, says that it predicts; it is broken only by such a call. Tests are
 * not looked at.
 */
final class PredictionAudit implements Rule {
  private static final int MOST_STEPS = 5;
  private static final Set<String> PREDICTS =
      Set.of(
          "predict",
          "predicts",
          "prediction",
          "predictions",
          "score",
          "scores",
          "scoring",
          "infer",
          "inference",
          "evaluate",
          "evaluation");

  private static final Set<String> CALLS =
      Set.of("predict", "predict_proba", "score", "infer", "evaluate", "classify");

  private static final Pattern ROUTES = Pattern.compile("(?i)predict|scor|infer|evaluat|classif");

  private static final String REMEDY =
      "record each prediction with its model version, for example by audit_prediction(...)";

  @Override
  public Description description() {
    return new Description(
        10,
        "Audit Trail for Model Predictions",
        Severity.ERROR,
        "endpoints that predict, and what they call");
  }

  @Override
  public Examination examine(Checkout checkout) {
    Findings findings = new Findings();
    Modules modules = checkout.modules();
    List<PythonFile> files =
        checkout.python().parallelStream()
            .filter(file -> !ShadowCode.isTest(file.path()))
            .filter(file -> file.mentions(ROUTES) && file.mentions(FunctionDef.ROUTE))
            .toList();
    PythonFile.readAhead(files);
    for (PythonFile file : files) {
      for (FunctionDef function : file.functions()) {
        if (!function.routes().isEmpty()) {
          judge(function, file, modules, findings);
        }
      }
    }
    return findings.examination();
  }

  private static boolean predicts(FunctionDef function) {
    return Stream.concat(
            Stream.of(Dotted.last(function.name())),
            function.routes().stream()
                .flatMap(
                    route ->
                        route
                            .literal()
                            .or(() -> Optional.ofNullable(route.keywords().get("path")))
                            .stream()))
        .flatMap(name -> Dotted.words(name).stream())
        .anyMatch(PREDICTS::contains);
  }

  private static void judge(
      FunctionDef function, PythonFile file, Modules modules, Findings findings) {
    Map<Definition, Integer> steps = new HashMap<>();
    Deque<Definition> open = new ArrayDeque<>();
    Definition endpoint = new Definition(file, function.name());
    steps.put(endpoint, 0);
    open.add(endpoint);
    Set<String> unfollowed = new TreeSet<>();
    boolean named = predicts(function);
    boolean predicting = false;
    boolean recorded = false;
    while (!open.isEmpty()) {
      Definition next = open.removeFirst();
      int step = steps.get(next);
      List<Call> calls = callsOf(next);
      recorded |= Recording.stores(calls);
      for (Call call : calls) {
        recorded |= Recording.records(call);
        predicting |= CALLS.contains(Dotted.last(call.callee()));
        List<Definition> definitions = followed(call, next, modules);
        if (definitions.isEmpty() || step == MOST_STEPS) {
          unfollowed.add(call.callee());
        }
        for (Definition definition : definitions) {
          if (step < MOST_STEPS && steps.putIfAbsent(definition, step + 1) == null) {
            open.add(definition);
          }
        }
      }
    }
    if (named || predicting) {
      findings.look(file);
    }
    if (recorded || (!named && !predicting)) {
      return;
    }
    unfollowed.removeIf(Recording::isHarmless);
    handedByModule(file).forEach(unfollowed::add);
    if (unfollowed.isEmpty() && !predicting) {
      return;
    }
    if (unfollowed.isEmpty()) {
      findings.violation(
          file, function.line(), "endpoint " + function.name() + " records no prediction", REMEDY);
    } else {
      findings.review(
          file,
          function.line(),
          "endpoint "
              + function.name()
              + " records no prediction, unless it is done by "
              + shown(unfollowed),
          "check by hand, or " + REMEDY);
    }
  }

  /** {@code APIRouter(dependencies=[Depends(audit)])} may record for each endpoint of the file. */
  private static Stream<String> handedByModule(PythonFile file) {
    return file.calls().stream()
        .filter(call -> call.handed() && call.function().isEmpty())
        .map(Call::callee)
        .filter(Recording::records);
  }

  private static String shown(Set<String> names) {
    List<String> first = names.stream().limit(3).toList();
    return String.join(", ", first)
        + (names.size() > 3 ? " or " + (names.size() - 3) + " more calls" : "");
  }

  /** Of a function, with its decorators; of a class, those of its construction. */
  private static List<Call> callsOf(Definition definition) {
    Optional<FunctionDef> function =
        definition
            .asFunction()
            .or(
                () ->
                    new Definition(definition.file(), definition.name() + ".__init__")
                        .asFunction());
    return function
        .map(
            each ->
                Stream.concat(
                        each.decorators().stream().filter(call -> !each.routes().contains(call)),
                        each.calls().stream())
                    .toList())
        .orElseGet(List::of);
  }

  /** A method of the own object is looked for in the own class, a function within in its own. */
  private static List<Definition> followed(Call call, Definition caller, Modules modules) {
    String name = call.callee();
    if (name.startsWith("self.") || name.startsWith("cls.")) {
      name = Dotted.before(caller.name()) + "." + name.substring(name.indexOf('.') + 1);
    }
    Definition inner = new Definition(caller.file(), caller.name() + "." + name);
    return inner.asFunction().isPresent()
        ? List.of(inner)
        : modules.definitions(name, caller.file());
  }
}
