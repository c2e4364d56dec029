import { fillsSegment } from '../base/path-segment.ts';

/** The parts of a sample's URL (RFC 3986, appendix B), placeholders kept as written. */
export interface RequestUrl {
  /** Scheme and authority; absent where the URL begins with a variable or has no scheme. */
  readonly origin?: string;
  /** Begins with a slash, without query. */
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Takes a URL of a sample apart. What stands before the path and is no scheme with a host (`$BASE_URL`) is dropped; a URL without a
 * scheme (`//api.example.com/v1`, RFC 3986, section 4.2) is one of HTTPS.
 */
export function requestUrl(url: string): RequestUrl {
  // `#{id}` is a placeholder, too
  const plain = url.replaceAll(/#(?=\{\w{1,60}\})/g, '');
  const whole = /^\/\/[\w-]+(?:\.[\w-]+)+(?=[:/?#]|$)/.test(plain) ? `https:${plain}` : plain;
  const [, start = '', path = '', query = ''] =
    /^((?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(whole) ?? [];
  // a name and a password before the host are credentials, and no part of the server
  const host = start.replace(/^(https?:\/\/)[^/@]{0,200}@/i, '$1');
  const origin = /^https?:\/\/[^\s$<>"']+$/i.test(host) ? host : undefined;
  return { ...(origin !== undefined && { origin }), path: path === '' ? '/' : path, query: queryPairs(query) };
}

/** The pairs of a form-encoded text (WHATWG URL, section 5.1), percent-decoded where that is possible. */
export function queryPairs(text: string): { name: string; value: string }[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return { name: decode(name), value: decode(rest.join('=')) };
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A concrete path against a template: what precedes the template, and the value at each of its parameters. */
export interface PathMatch {
  readonly prefix: string;
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Matches the tail of `path` with the template (`{name}` segments), ignoring a trailing slash; a last parameter that is called a
 * path (`{folder-path}`) takes several segments. Undefined where they differ.
 */
export function matchPath(template: string, path: string): PathMatch | undefined {
  const wanted = segments(template);
  const given = segments(path);
  const whole = matchSegments(wanted, given);
  if (whole || !/^\{[^{}]*path\}$/i.test(wanted.at(-1) ?? '')) return whole;
  const at = wanted.length - 1;
  return given.length > at ? matchSegments(wanted, [...given.slice(0, at), given.slice(at).join('/')]) : undefined;
}

function matchSegments(wanted: readonly string[], given: readonly string[]): PathMatch | undefined {
  const skipped = given.length - wanted.length;
  if (skipped < 0) return undefined;
  const values = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const value = given[skipped + index] ?? '';
    const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
    if (name !== undefined) values.set(name, decode(value));
    else if (part !== value && !fillsSegment(part, value)) return undefined;
  }
  return {
    prefix: given
      .slice(0, skipped)
      .map((part) => `/${part}`)
      .join(''),
    values,
  };
}

function segments(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** The names in a path template, in order. */
export function pathParameters(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** Whether a value of a sample stands for one to be filled in: `{id}`, `<id>`, `:id`, `$ID`, `YOUR_ID`, `xxxx`, `...`. */
export function isPlaceholder(value: string): boolean {
  return /^(?:\{.*\}|<.*>|\[.*\]|:[A-Za-z_]\w*|\$\{?\w+\}?|\$\([^()]{0,100}\)|%\w+%|(?:YOUR|INSERT)[_-].*|x{3,}|\.{3}|…)$/i.test(
    value.trim(),
  );
}

/** The path of a sample as a template: `:id`, `<id>` and `$ID` become `{id}`; concrete values stay. */
export function pathTemplate(path: string): string {
  return path
    .split('/')
    .map((part) => {
      const name = /^(?::([A-Za-z_]\w*)|<([^<>]+)>|\$\{?([A-Za-z_]\w*)\}?|%7B([^%]+)%7D)$/i
        .exec(part)
        ?.slice(1)
        .find((found) => found);
      return name === undefined ? part : `{${name}}`;
    })
    .join('/');
}
