import type { DiagnosticParameters, Report } from '../../base/diagnostic.ts';
import { compareLocations, locationText, type Location } from '../../base/location.ts';
import { groupBy } from '../../base/order.ts';

/** A report that keeps unknown type words to itself until it is asked to tell of them. */
interface GatheringReport {
  readonly report: Report;
  /** Gives `evidence/unknown-type` once for each word on each page, at the first place, with the number of the others. */
  tell(): void;
}

interface Unknown {
  readonly location: Location | undefined;
  readonly parameters: DiagnosticParameters;
}

/** A report that hands everything on to `report`, but unknown type words only when it is told to: a page may have hundreds of one. */
export function gatherUnknownTypes(report: Report): GatheringReport {
  const found = new Map<string, Unknown>();
  return {
    report: {
      ...report,
      add(code, location, parameters = {}, related) {
        if (code !== 'evidence/unknown-type') return report.add(code, location, parameters, related);
        const place = location === undefined ? '' : locationText(location);
        found.set(JSON.stringify([place, parameters]), { location, parameters });
      },
    },
    tell() {
      const groups = groupBy(found.values(), ({ location, parameters }) =>
        JSON.stringify([location?.document, parameters['words']]),
      );
      for (const group of groups.values()) {
        const [first, ...others] = group.toSorted(byPlace);
        const more = others.length === 0 ? '' : `, like ${others.length} more on the page`;
        if (first) report.add('evidence/unknown-type', first.location, { ...first.parameters, more });
      }
    },
  };
}

function byPlace(left: Unknown, right: Unknown): number {
  return left.location && right.location ? compareLocations(left.location, right.location) : 0;
}
