// Punycode (RFC 3492), for the generated validators.

/** Section 5. */
const base = 36;
const low = 1;
const high = 26;

/** The text that a label stands for without its `xn--`, in lower case; undefined where nothing encodes to it. */
export function fromPunycode(label: string): string | undefined {
  const cut = label.lastIndexOf('-');
  const points = Array.from(label.slice(0, Math.max(cut, 0)), (char) => char.codePointAt(0) ?? 0);
  let point = 128;
  let bias = 72;
  let at = 0;
  for (let index = cut + 1; index < label.length;) {
    const before = at;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digits.indexOf(label.charAt(index++) || ' ');
      if (digit === -1) return undefined;
      at += digit * weight;
      const limit = threshold(step, bias);
      if (digit < limit) break;
      weight *= base - limit;
    }
    const count = points.length + 1;
    bias = adapted(at - before, count, before === 0);
    point += Math.floor(at / count);
    if (point > 0x10_ffff) return undefined;
    at %= count;
    points.splice(at++, 0, point);
  }
  const text = String.fromCodePoint(...points);
  // the shortest of several ways to write it is the only right one
  return toPunycode(text) === label ? text : undefined;
}

/** A label without ASCII capitals as Punycode, without `xn--` (section 6.3). */
export function toPunycode(label: string): string {
  const points = Array.from(label, (char) => char.codePointAt(0) ?? 0);
  const plain = points.filter((point) => point < 128);
  let text = plain.length > 0 ? `${String.fromCodePoint(...plain)}-` : '';
  let done = plain.length;
  let delta = 0;
  let bias = 72;
  let last = 128;
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= last));
    delta += (next - last) * (done + 1);
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      text += variableLength(delta, bias);
      bias = adapted(delta, done + 1, done === plain.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    last = next + 1;
  }
  return text;
}

const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A number in digits of growing weight (section 3.3). */
function variableLength(value: number, bias: number): string {
  let text = '';
  let rest = value;
  for (let step = base; ; step += base) {
    const limit = threshold(step, bias);
    if (rest < limit) return text + digits.charAt(rest);
    text += digits.charAt(limit + ((rest - limit) % (base - limit)));
    rest = Math.floor((rest - limit) / (base - limit));
  }
}

function threshold(step: number, bias: number): number {
  return Math.min(Math.max(step - bias, low), high);
}

/** Section 3.4: how large the next number is likely to be. */
function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let step = 0;
  for (; rest > ((base - low) * high) / 2; step += base) rest = Math.floor(rest / (base - low));
  return step + Math.floor(((base - low + 1) * rest) / (rest + 38));
}
