import type { Deps, Feature } from '../../feature';
import { repeatedly } from '../../platform/repeatedly';
import { areaRepository } from './area.repository';
import { areaRoutes } from './area.routes';
import { type AreaBook, openAreaBook } from './area-book';

/** Zones and names change by hand, a few times a day; half a minute of age does no harm. */
const freshEveryMs = 30_000;

/** Opens the area tree: its endpoint, and the book that others ask for names, neighbours and zones. */
export async function openAreas({
  connection,
  now,
  log,
}: Pick<Deps, 'connection' | 'now' | 'log'>): Promise<Feature & { readonly book: AreaBook }> {
  const areas = areaRepository(connection);
  const book = await openAreaBook(areas.all, now);
  // a failed read keeps what is known
  const onError = (error: unknown) => log.warn({ err: error }, 'areas could not be read again');
  return {
    book,
    routes: areaRoutes({ areas, book, now }),
    workers: [{ name: 'area-book', ...repeatedly(freshEveryMs, book.refresh, { onError }) }],
  };
}
