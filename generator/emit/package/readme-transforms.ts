import type { PackageOptions, TransformKind } from '../../base/options.ts';
import type { Api } from '../../model/model.ts';
import type { TemplateView } from '../template.ts';
import { transformModules } from '../transforms/modules.ts';
import { inlineCode } from './markdown.ts';

/** What each kind of transform is for; the functions are called like the one that is shown. */
const about: { readonly [Kind in Exclude<TransformKind, 'codecs'>]: string } = {
  defaults: 'a copy with the documented defaults of what is missing',
  coercion:
    'texts of a query (or path, headers, cookies) as the numbers, booleans and lists that they stand for; what cannot be read stays text, for a validator to name',
};

/** What the README says about the modules that change values. */
export function transformViews(api: Api, options: PackageOptions): TemplateView {
  const modules = [...transformModules(api, options)];
  return {
    hasTransforms: modules.length > 0,
    transforms: modules.map(([kind, { example }]) => ({
      module: inlineCode(`${options.name}/${kind}`),
      example: inlineCode(example),
      about: kind === 'codecs' ? aboutCodecs(options) : about[kind],
    })),
  };
}

function aboutCodecs({ types: { dateTime = 'Date', int64 = 'bigint' } = {} }: PackageOptions): string {
  const parts = [
    ...(dateTime === 'string' ? [] : [`dates and times as \`${dateTime === 'Date' ? 'Date' : 'Temporal.Instant'}\``]),
    ...(int64 === 'number' ? [] : ['integers of 64 bits as `bigint`']),
  ];
  const texts =
    int64 === 'number'
      ? ''
      : '; `read…` and `write…`, where they exist, do so from and to JSON text, with digits that `JSON.parse` would lose';
  return `${parts.join(', ')}, and \`encode…\` back, exactly${texts}`;
}
