import type { JsonValue } from '../../base/json.ts';
import type { TextItem } from './items.ts';
import type { Slot } from './slots.ts';

const identifying = /\b(?:id|ids|identifier|identif(?:y|ies|ying)|uuid|guid|slug|unique|name)\b/i;
/** How far into a text it says what it is about; behind that, it says more about others. */
const subjectLength = 80;

/** What stands in a path mostly identifies something. */
function pathScore(item: TextItem, { location }: Slot, named: number): number {
  return location === 'path' && named > 0 && identifying.test(item.description?.text.slice(0, subjectLength) ?? '')
    ? 0.8
    : 0;
}

/** What says of itself that it is a header stands in no URL. */
const headerText = /^[^.]{0,30}\bheader\b/i;
const headerLoss = 2.5;

function placeLoss({ description }: TextItem, { location }: Slot): number {
  return location !== 'header' && headerText.test(description?.text ?? '') ? headerLoss : 0;
}

/** Up to this gain a name may be in a text by chance. */
const weakName = 1.5;

/** A parameter has no type in a URL: its value is compared as text, and a fold never belongs to one. */
function valueScore(item: TextItem, value: JsonValue | undefined, named: number): number {
  const example = item.example?.value;
  const listed = (item.values?.values ?? []).map(String);
  // a lone value behind a text that has nothing of the name is that of a constant without a text
  const isOthers = item.description !== undefined && named < weakName && listed.length === 1;
  const isShown = value !== undefined && (isOthers ? [] : [...listed, String(example)]).includes(String(value));
  // two values are soon equal by chance
  const fits = !isShown ? 0 : typeof example === 'boolean' ? 1 : 3;
  const isWhole = typeof example === 'object' && example !== null && !Array.isArray(example);
  return fits - (item.fold === undefined ? 0 : 4) - (isWhole ? 3 : 0);
}

/**
 * What speaks for a parameter beside `named`, which the words of its name gain: that it identifies something, and an equal
 * value; and against it: a fold, and another place than its own. Gives no diagnostics.
 */
export function parameterScore(item: TextItem, slot: Slot, named: number): number {
  return pathScore(item, slot, named) + valueScore(item, slot.value, named) - placeLoss(item, slot);
}
