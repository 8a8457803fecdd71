package io.chainbridge.shadow.governance;

import java.util.regex.Pattern;

/** Secrets that are known by their shape. */
enum SecretShape {
  AWS_KEY("an AWS access key ID", "A", "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b"),
  GITHUB_TOKEN("a GitHub token", "gh", "\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b"),
  GITHUB_FINE_TOKEN("a GitHub token", "github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{22,255}\\b"),
  GITLAB_TOKEN("a GitLab token", "glpat-", "\\bglpat-[A-Za-z0-9_-]{20,}"),
  SLACK_TOKEN("a Slack token", "x", "\\b(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}"),
  SLACK_WEBHOOK(
      "a Slack webhook",
      "hooks.slack.com",
      "hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9/_+-]{20,}"),
  GOOGLE_KEY("a Google API key", "AIza", "\\bAIza[A-Za-z0-9_-]{35}"),
  GOOGLE_SECRET("a Google OAuth secret", "GOCSPX-", "\\bGOCSPX-[A-Za-z0-9_-]{28}"),
  STRIPE_KEY("a Stripe key", "k_", "\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"),
  PRIVATE_KEY("a private key", "PRIVATE KEY", "-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY"),
  JSON_WEB_TOKEN(
      "a JSON Web Token",
      "eyJ",
      "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{16,}"),
  AZURE_STORAGE_KEY("an Azure storage key", "AccountKey", "AccountKey=[A-Za-z0-9+/]{80,90}={0,2}"),
  NPM_TOKEN("an npm token", "npm_", "\\bnpm_[A-Za-z0-9]{36}\\b"),
  PYPI_TOKEN("a PyPI token", "pypi-", "\\bpypi-[A-Za-z0-9_-]{50,}"),
  SENDGRID_KEY("a SendGrid key", "SG.", "\\bSG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"),
  HUGGING_FACE_TOKEN("a Hugging Face token", "hf_", "\\bhf_[A-Za-z0-9]{34}\\b"),
  ANTHROPIC_KEY("an Anthropic key", "sk-ant-", "\\bsk-ant-[A-Za-z0-9_-]{20,}"),
  OPENAI_KEY("an OpenAI key", "T3BlbkFJ", "\\bsk-[A-Za-z0-9_-]{16,}T3BlbkFJ[A-Za-z0-9_-]{16,}");

  private final String words;
  private final String mark;
  private final Pattern pattern;

  SecretShape(String words, String mark, String regex) {
    this.words = words;
    this.mark = mark;
    this.pattern = Pattern.compile(regex);
  }

  /** What it is, with its article. */
  String words() {
    return words;
  }

  /** Whether a line can hold one at all: asked first, because it is cheap. */
  boolean maybeIn(String line) {
    return line.contains(mark);
  }

  Pattern pattern() {
    return pattern;
  }
}
