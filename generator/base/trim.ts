// Expressions like `/_+$/` begin anew at each character of a long run that does not stand at the end; these do not.

/** A text without those of its last characters that are among `chars`. */
export function trimmedEnd(text: string, chars: string): string {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A text without those of its first and last characters that are among `chars`. */
export function trimmed(text: string, chars: string): string {
  const rest = trimmedEnd(text, chars);
  let start = 0;
  while (start < rest.length && chars.includes(rest.charAt(start))) start += 1;
  return rest.slice(start);
}

/** Where the text begins that only space, comments of YAML and lines like `---` come before. */
export function startOfYaml(text: string): number {
  // one expression for all of it would fill the engine's stack with a long run of them
  const skipped = /\s+|#[^\n]*\n|---[^\n]*\n/y;
  let start = 0;
  while (skipped.test(text)) start = skipped.lastIndex;
  return start;
}
