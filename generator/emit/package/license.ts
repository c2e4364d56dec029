import type { PackageOptions } from '../../base/options.ts';
import { renderTemplate } from '../template.ts';

/** The LICENSE of a package: MIT's text, or where to find the text of another SPDX identifier. */
export function licenseText({ name, license }: PackageOptions): string {
  if (license === 'MIT') return renderTemplate('license-mit', { name });
  if (license === 'UNLICENSED') return renderTemplate('license-none', { name });
  const links = license.match(/[A-Za-z0-9.+-]+/g)?.filter((word) => !/^(?:AND|OR|WITH)$/.test(word)) ?? [];
  return renderTemplate('license-other', {
    name,
    license,
    links: links.map((id) => ({ url: `https://spdx.org/licenses/${id.replace(/\+$/, '')}.html` })),
  });
}
