import type {
  Account,
  Card,
  Found,
  Go,
  HolderStep,
  HolderStepsArrayItem,
  HolderValue,
  HolderValueWithHtml,
  HolderValueWithText,
  Many,
  NamedStep,
  Note,
  One,
  Pixel,
  Plain,
  Point,
  Query,
  Rich,
  Source,
  Spot,
  Wait,
} from './src/schemas.js';
import {
  isAccountSource,
  isCardSource,
  isGoHolderStep,
  isGoNamedStep,
  isHolderValueWithTextBranch,
  isManyFound,
  isPixelSpot,
  isPlainNote,
  isPointSpot,
} from './src/unions.js';

type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;
function expectSame<Left, Right>(_same: Same<Left, Right>): void {}

export function byKeys(value: Source): string {
  if (isCardSource(value)) {
    expectSame<typeof value, Card>(true);
    return value.number;
  }
  expectSame<typeof value, Account>(true);
  // @ts-expect-error the number is the card's
  void value.number;
  return isAccountSource(value) ? value.iban : value;
}

export function bySubset(value: NonNullable<Spot>): string {
  if (isPointSpot(value)) {
    expectSame<typeof value, Point>(true);
    // @ts-expect-error a point without a colour has none
    const colour: string = value.colour;
    return colour;
  }
  if (isPixelSpot(value)) {
    expectSame<typeof value, Pixel>(true);
    return value.colour;
  }
  return '';
}

export function bySubsetOrder(value: NonNullable<Spot>): void {
  if (isPixelSpot(value)) return;
  expectSame<typeof value, Point>(true);
}

export function inPlace(value: HolderValue): string {
  if (isHolderValueWithTextBranch(value)) {
    expectSame<typeof value, HolderValueWithText>(true);
    return value.text;
  }
  expectSame<typeof value, HolderValueWithHtml>(true);
  return value.html;
}

export function byTypeOfProperty(value: Found): number | string | undefined {
  if (isManyFound(value)) {
    expectSame<typeof value, Many>(true);
    return value.data.length;
  }
  expectSame<typeof value, One>(true);
  return value.data.id;
}

export function withOptionalTag(value: Note): string | undefined {
  switch (value.form) {
    case 'rich':
      expectSame<typeof value, Rich>(true);
      return value.html;
    default:
      expectSame<typeof value, Plain>(true);
  }
  return isPlainNote(value) ? value.text : undefined;
}

export function besideScalar(value: HolderStep): number | string | undefined {
  if (typeof value === 'string') return value;
  if (value.do === 'wait') {
    expectSame<typeof value, Wait>(true);
    return value.long;
  }
  return isGoHolderStep(value) ? value.far : undefined;
}

export function inList(value: HolderStepsArrayItem): void {
  if (value.do === 'go') expectSame<typeof value, Go>(true);
}

export function byType(value: Query): number | string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length;
  expectSame<typeof value, Point>(true);
  return value.x;
}

export function withSomethingBeside(value: NamedStep): string | undefined {
  return isGoNamedStep(value) && value.far === 1 ? value.name : undefined;
}
