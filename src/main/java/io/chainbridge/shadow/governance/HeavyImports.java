package io.chainbridge.shadow.governance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule 3. Machine learning libraries that the shadow API loads, itself or by the modules of the
 * checkout that it imports, by these the next, and so on. An import in a function is executed when
 * that runs: in an endpoint it is a violation, elsewhere a person has to look at when that is.
 */
final class HeavyImports implements Rule {
  private static final List<String> HEAVY =
      List.of(
          """
          autogluon cuml catboost chainer cntk deepspeed diffusers fastai flair flax
          gensim h2o haiku imblearn jax jaxlib keras keras_core keras_tuner lightgbm lightning
          mlflow mxnet ncnn ngboost onnx onnxruntime openvino optimum paddle peft
          prophet pycaret pytorch_lightning pytorch_tabnet sentence_transformers shap sklearn
          sktime spacy stable_baselines3 stanza statsmodels tensorflow tensorflow_addons
          tensorflow_hub tensorflow_probability tensorrt tf_keras tflite_runtime theano timm
          torch torchaudio torchmetrics torchtext torchvision transformers ultralytics vllm
          xgboost xgboost_ray xgboost_spark
          """
              .trim()
              .split("\\s+"));

  private static final String REMEDY =
      "move the model behind a service or a worker, and let the request path ask it";

  /**
   * A file with how the shadow API comes to it.
   *
   * @param chain the paths on the way, itself the last
   * @param later whether an import on the way is in a function
   */
  private record Reached(PythonFile file, List<String> chain, boolean later) {
    Reached next(PythonFile next, boolean inFunction) {
      List<String> longer = new ArrayList<>(chain);
      longer.add(next.path());
      return new Reached(next, longer, later || inFunction);
    }
  }

  @Override
  public Description description() {
    return new Description(
        3,
        "No Heavy ML Imports in Request Path",
        Severity.ERROR,
        "the shadow API and the modules that it imports, one by the other");
  }

  @Override
  public Examination examine(Checkout checkout) {
    Findings findings = new Findings();
    findings.unreadable(checkout, checkout.shadowCode()::runs);
    Modules modules = checkout.modules();
    Deque<Reached> open = new ArrayDeque<>();
    checkout.shadowPython().stream()
        .filter(checkout.shadowCode()::isApi)
        .forEach(file -> open.add(new Reached(file, List.of(file.path()), false)));
    Map<PythonFile, Reached> seen = new HashMap<>();
    while (!open.isEmpty()) {
      Reached reached = open.removeFirst();
      if (seen.putIfAbsent(reached.file(), reached) == null) {
        findings.look(reached.file());
        for (Import each : reached.file().imports()) {
          if (!each.typesOnly()) {
            judge(each, reached, findings);
            follow(each, reached, modules, open);
          }
        }
      }
    }
    return findings.examination();
  }

  /** What is imported at once comes first, so that a file is seen by the most certain way. */
  private static void follow(Import each, Reached from, Modules modules, Deque<Reached> open) {
    boolean inFunction = !each.function().isEmpty();
    for (PythonFile file : modules.executes(each, from.file())) {
      Reached next = from.next(file, inFunction);
      if (next.later()) {
        open.addLast(next);
      } else {
        open.addFirst(next);
      }
    }
  }

  private static void judge(Import each, Reached reached, Findings findings) {
    DynamicImports.review(each, reached.file(), findings);
    if (HEAVY.stream().noneMatch(each::brings)) {
      return;
    }
    String way =
        reached.chain().size() == 1
            ? "in the request path"
            : "in the request path: " + String.join(" -> ", reached.chain());
    boolean atOnce = each.function().isEmpty() && !reached.later();
    if (atOnce || (!reached.later() && isEndpoint(reached.file(), each.function()))) {
      findings.violation(reached.file(), each.line(), each.shown() + " " + way, REMEDY);
    } else {
      findings.review(
          reached.file(),
          each.line(),
          each.shown() + ", only when a function runs, " + way,
          "make sure that no request runs it, or " + REMEDY);
    }
  }

  private static boolean isEndpoint(PythonFile file, String function) {
    return file.functions().stream()
        .anyMatch(each -> each.name().equals(function) && !each.routes().isEmpty());
  }
}
