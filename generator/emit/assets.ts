import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareText } from '../base/order.ts';
import { ownPackage } from '../base/own-package.ts';

// The only reader of templates/, which stands beside the generator both in the checkout and in the published package.

const root = new URL('templates/', ownPackage);

/** The text of a file under `templates/`, by its path there. Throws where it is missing: the installation is broken. */
export function readAsset(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
}

/** The names of the runtime's modules (`templates/runtime/*.ts`, without the extension), in order. */
export function runtimeModules(): string[] {
  return readdirSync(fileURLToPath(new URL('runtime/', root)))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .toSorted(compareText);
}
