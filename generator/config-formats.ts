import { isTestableFormat, testableFormats } from './base/formats.ts';
import type { FormatChoice } from './base/options.ts';
import { readObject, readTexts, type Fail } from './config-values.ts';

/** The key `validators` of a configuration, as far as it is about formats; undefined where it says nothing. What is wrong goes to `fail`. */
export function readFormats(value: unknown, pointer: string, fail: Fail): FormatChoice | undefined {
  if (value === undefined) return undefined;
  const formats = readObject(value, pointer, '"validators"', ['formats'], fail)?.['formats'];
  if (formats === undefined || formats === 'assert' || formats === 'annotate') return formats;
  const place = `${pointer}/formats`;
  if (!Array.isArray(formats)) {
    fail(place, '"validators.formats" is "assert", "annotate", or a list of formats');
    return undefined;
  }
  const listed = readTexts(formats, place, 'validators.formats', fail);
  const unknown = listed.find((format) => !isTestableFormat(format));
  if (unknown !== undefined) {
    fail(place, untestableFormat(unknown));
  }
  return listed;
}

/** What is wrong with a format that validators cannot test. */
export function untestableFormat(format: string): string {
  return `the format "${format}" cannot be tested; those that can are ${testableFormats.join(', ')}`;
}
