// Compiled beside the package emitted for small-spec.yaml, by test/unions.test.ts.
import type { Answer, Circle, Drawing, Level, Named, Shape } from './src/schemas.js';
import { Circle as CircleSchema } from './src/schemas.js';
import {
  answerOks,
  isBoxShape,
  isItSNamed,
  isCase2Named,
  isCircleShape,
  isFalseAnswer,
  is1Level,
  isTrueAnswer,
  levelLevels,
  matchByKind,
  matchByLevel,
  matchByOk,
  shapeKinds,
} from './src/unions.js';
import type { operations } from './src/openapi.js';

type Equal<Left, Right> =
  (<Value>() => Value extends Left ? 1 : 2) extends <Value>() => Value extends Right ? 1 : 2 ? true : false;
function expectType<Expected>(): <Actual>(
  value: Actual,
  ...same: Equal<Actual, Expected> extends true ? [] : [never]
) => void {
  return () => undefined;
}

export function narrows(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return shape.radius;
    case 'box':
    case 'square':
      return shape.width ?? 0;
    default: {
      const rest: never = shape;
      return rest;
    }
  }
}

export function missingCase(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return 1;
    default: {
      // @ts-expect-error boxes are left
      const rest: never = shape;
      return rest;
    }
  }
}

export function guards(shape: Shape, answer: Answer, level: Level, named: Named): void {
  if (isCircleShape(shape)) expectType<Circle>()(shape);
  else expectType<'box' | 'square'>()(shape.kind);
  if (isBoxShape(shape)) expectType<number | undefined>()(shape.width);
  if (isTrueAnswer(answer)) expectType<true>()(answer.ok);
  if (isFalseAnswer(answer)) expectType<string | undefined>()(answer.reason);
  if (is1Level(level)) expectType<string | undefined>()(level.low);
  if (isItSNamed(named)) expectType<string | undefined>()(named.first);
  if (isCase2Named(named)) expectType<string | undefined>()(named.second);
  // @ts-expect-error a guard is for its union
  isCircleShape({ kind: 'triangle' });
}

export function matches(shape: Shape, answer: Answer, level: Level, named: Named): void {
  const result = matchByKind(shape, {
    circle: (circle) => circle.radius,
    box: (box) => box.kind,
    square: () => null,
  });
  expectType<number | 'box' | 'square' | null>()(result);

  // @ts-expect-error no case for squares
  matchByKind(shape, { circle: () => 1, box: () => 2 });
  // @ts-expect-error there are no triangles
  matchByKind(shape, { circle: () => 1, box: () => 2, square: () => 3, triangle: () => 4 });

  const partly = matchByKind(shape, { circle: (circle) => circle.radius, _: (other) => other.kind });
  expectType<number | 'circle' | 'box' | 'square'>()(partly);
  // @ts-expect-error there are no triangles
  matchByKind(shape, { triangle: () => 4, _: () => 1 });

  expectType<string | undefined>()(matchByLevel(level, { 1: (one) => one.low, 2: (two) => two.high }));
  // @ts-expect-error the level 3 is unknown
  matchByLevel(level, { 1: () => 1, 2: () => 2, 3: () => 3 });

  // @ts-expect-error null has no tag
  matchByOk(answer, { true: () => 1, false: () => 2 });
  if (answer)
    expectType<string | undefined>()(matchByOk(answer, { true: (yes) => yes.value, false: (no) => no.reason }));

  expectType<string | undefined>()(
    matchByKind(named, { "it's": (one) => one.first, '`${}`': (other) => other.second }),
  );
}

expectType<readonly ['circle', 'box', 'square']>()(shapeKinds);
expectType<readonly [1, 2]>()(levelLevels);
expectType<readonly [true, false]>()(answerOks);

export function schemas(drawing: Drawing): void {
  expectType<string>()(drawing.name);
  expectType<Shape | null | undefined>()(drawing.background);
  expectType<[string, number?] | undefined>()(drawing.pair);
  expectType<[string?, ...boolean[]] | undefined>()(drawing.open);
  expectType<number[][] | undefined>()(drawing.grid);
  expectType<number[][] | undefined>()(drawing.deep);
  expectType<'x' | undefined>()(drawing.pinned);
  expectType<string | number | null | undefined>()(drawing.either);
  expectType<number | undefined>()(drawing.counts?.['any']);
  expectType<string | undefined>()(drawing.mixed?.a);
  expectType<unknown>()(drawing.anything?.['any']);
  expectType<unknown>()(drawing.lost);
  expectType<NonNullable<unknown> | null>()(drawing.ghost);
  expectType<number | undefined>()(drawing.refined?.width);
  expectType<Drawing | undefined>()(drawing.nested?.child);
}

// what the type says must also be writable
export const drawing: Drawing = {
  name: 'a',
  shape: { kind: 'circle', radius: 1 },
  ghost: 1,
  size: 'neither small nor large',
  pair: ['a'],
  open: ['a', true, false],
  mixed: { a: 'text', b: 1 },
  nothing: {},
  refined: { kind: 'box', width: 1 },
  deep: [[1]],
};
// @ts-expect-error a default does not make a property optional that is required
export const circle: Circle = { kind: 'circle' };
export const box: Shape = { kind: 'box' };
// @ts-expect-error nothing may be in it
export const nothing: NonNullable<Drawing['nothing']> = { a: 1 };
// @ts-expect-error `width` is required where the schema is refined
export const refined: NonNullable<Drawing['refined']> = { kind: 'box' };

const vendor: string = CircleSchema['~standard'].vendor;
expectType<{ a?: number } | undefined>()((undefined as unknown as operations['putShape']['parameters']).query?.filter);
expectType<string>()(vendor);
