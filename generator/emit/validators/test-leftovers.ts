import type { Schema } from '../../model/model.ts';
import { code, joinCode, type Code } from '../code.ts';
import { all, always } from './conditions.ts';
import { arrow, lookCall } from './looking.ts';
import { into, type Look, type Place, type Test } from './place.ts';
import { testCall } from './test.ts';

/** Leftovers are looked at last, and then nothing is left. */
export function lookAtLeftovers(schema: Schema, place: Place): Look {
  const { writer } = place;
  const look = lookCall(writer.bare(schema), into(place, 'rest'), code`value`, code`own`);
  const lines = [
    code`const own = ${writer.runtime('evaluated', 'evaluated')}();
if (!(${all([look, ...restCalls(schema, place, code`own`)])})) return false;
${writer.runtime('evaluated', 'addEvaluated')}(seen, own);`,
  ];
  const { properties, items } = schema.unevaluated ?? {};
  if (properties) lines.push(code`${writer.runtime('evaluated', 'sawObject')}(value, seen);`);
  if (items) lines.push(code`${writer.runtime('evaluated', 'sawArray')}(value, seen);`);
  return { body: joinCode([...lines, code`return true;`], '\n') };
}

/**
 * The test of a schema that demands something of its leftovers: the schema is gone through once, without notes; only
 * if it refuses the value, it is asked again why.
 */
export function testLeftovers(schema: Schema, place: Place): Test {
  const { writer } = place;
  const bare = writer.bare(schema);
  const rest = into(place, 'rest');
  const look = lookCall(bare, rest, code`value`, code`seen`);
  const paused = code`${writer.runtime('issues', 'resume')}(${writer.runtime('issues', 'pause')}(), ${look})`;
  const why = testCall(bare, rest, code`value`);
  const explain = code`${writer.runtime('issues', 'noting')}() && ${writer.runtime('issues', 'mayAsk')}(1) && ${why}`;
  return {
    body: code`const seen = ${writer.runtime('evaluated', 'evaluated')}();
if (!${paused}) return ${explain};
return ${bothCalls(restCalls(schema, place, code`seen`), place)};`,
  };
}

function bothCalls(calls: readonly Code[], { writer }: Place): Code {
  const [first = always, second] = calls;
  return second === undefined ? first : code`${writer.runtime('leaves', 'both')}(${first}, ${second})`;
}

function restCalls(schema: Schema, place: Place, seen: Code): Code[] {
  const { writer } = place;
  const { properties, items } = schema.unevaluated ?? {};
  const rest = (helper: string, part: Schema | undefined, word: string, keyword: Code): Code[] => {
    if (part === undefined) return [];
    const fits =
      part.kind === 'never'
        ? code`${writer.runtime('leaves', 'absent')}(member, ${keyword})`
        : testCall(part, into(place, word), code`member`);
    if (fits === always) return [];
    return [code`${writer.runtime('evaluated', helper)}(value, ${seen}, ${arrow(code`member`, fits)})`];
  };
  return [
    ...rest('restOfObject', properties, 'other property', code`'unevaluatedProperties'`),
    ...rest('restOfArray', items, 'other item', code`'unevaluatedItems'`),
  ];
}
