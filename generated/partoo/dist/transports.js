export { log } from "./runtime/log.js";
export { compose, use } from "./runtime/middleware.js";
export { redactHeaders, redactUrl, redacted, secretsOf } from "./runtime/redact.js";
export { resilience } from "./runtime/resilience.js";
export { retry } from "./runtime/retry.js";
export { attemptTimeout, timeout } from "./runtime/timeout.js";
export { trace } from "./runtime/trace.js";
