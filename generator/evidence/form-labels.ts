import type { BodyForm } from './evidence.ts';

/** `type` is `email`, `type` = "email": a field and its value, in code or quotes. */
const condition =
  /[`"'*_]{0,3}\b([A-Za-z_][\w.-]{0,60})[`"'*_]{0,3}\s{0,2}(?:\b(?:is|equals|of)\b|\b(?:is\s)?set\sto\b|={1,3}|:)\s{0,2}[`"'*_]{1,3}([^`"'*\s]{1,60})[`"'*_]{1,3}/g;

/** `type=email`, `type: email` in code. */
const inCode = /`([A-Za-z_][\w.-]{0,60})\s?[=:]{1,3}\s?["']?([\w.-]{1,60})["']?`/g;

/** A field, the value that a label says of it, and the label. */
interface Condition {
  readonly field: string;
  readonly value: string;
  readonly text: string;
}

/** The same in a heading, whose text has no marks: `when type is card`, `kind = wait`. */
const inHeading =
  /(?:\b(?:when|if|for|where|with)\s(?:the\s)?([A-Za-z_][\w.-]{0,60})\s(?:is|equals)\s|\b([A-Za-z_][\w.-]{0,60})\s?={1,3}\s?)([\w.-]{2,60})[):]{0,2}$/;

/** Words that say of a field that it is there, and not what it holds. */
const noValue =
  /^(?:an?|the|set|not|null|required|given|present|missing|empty|provided|specified|defined|unique|used)$/i;

/** What labels say in so many words of one field's value, of the fields with these names; undefined where they say nothing, or two things. */
export function conditionOf(labels: readonly string[], names: ReadonlySet<string>): Condition | undefined {
  const found = labels.flatMap((label) => {
    const [, spoken, written, plain = ''] = inHeading.exec(label.slice(0, 200)) ?? [];
    const headed = noValue.test(plain) ? [] : [['', spoken ?? written ?? '', plain]];
    return [...label.matchAll(condition), ...label.matchAll(inCode), ...headed].flatMap(
      ([, field = '', value = '']) => {
        // `trigger.type` of the trigger
        const name = [field, field.split('.').at(-1) ?? ''].find((one) => names.has(one));
        return name === undefined ? [] : [{ field: name, value, text: label }];
      },
    );
  });
  const [first, ...others] = found;
  return others.every(({ field, value }) => field === first?.field && value === first.value) ? first : undefined;
}

/** A label without the method of the request that it speaks of, which is no value of a field: `in your POST request`. Gives no diagnostics. */
export function withoutMethod(label: string): string {
  return label.replaceAll(requestOf, '');
}

const requestOf = /\b(?:GET|PUT|POST|PATCH|DELETE)\s(?=(?:requests?|calls?|body|data|parameters?|variables?)\b)/g;

/** Labels that are longer are sentences about much. */
const longestLabel = 100;

/** The one of some values that the nearest label with a value names; undefined where it names several. */
export function namedValue(labels: readonly string[], values: readonly string[]): string | undefined {
  for (const label of labels) {
    if (label.length > longestLabel) continue;
    const words =
      withoutMethod(label)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const held = values.filter((value) => holds(words, value));
    const longest = held.filter(
      (value) => !held.some((other) => other !== value && letters(other).includes(letters(value))),
    );
    if (longest.length > 0) return longest.length === 1 ? longest[0] : undefined;
  }
  return undefined;
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The most words that one value is written in. */
const mostWords = 4;

/** Whether a value stands among words, however it is parted: `credit_card` in "Credit card fields". */
function holds(words: readonly string[], value: string): boolean {
  const sought = letters(value);
  if (sought.length < 2) return false;
  return words.some((_, start) => {
    let joined = '';
    for (const word of words.slice(start, start + mostWords)) {
      joined += word;
      if (joined === sought) return true;
    }
    return false;
  });
}

/** A line that begins with a condition on a value. */
const conditional =
  /^\W{0,4}(?:(?:only|and|also|required|needed|additionally|optional),?\s)?(?:if|when)\s[^.\n]{0,60}(?:`[^`\n]{1,60}`|"[^"\n]{1,60}"|\s(?:is|are|=|equals)\s)/i;

/** Whether what a form describes is only sent where a condition holds that its label states. */
export function isConditional({ labels }: BodyForm): boolean {
  return labels.some((label) => conditional.test(label.split(/(?<=[.!?])\s+/).at(-1) ?? ''));
}
