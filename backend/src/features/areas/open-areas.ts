import type { Deps, Feature } from '../../feature';
import { areaRepository } from './area.repository';
import { areaRoutes } from './area.routes';
import { type AreaBook, openAreaBook } from './area-book';

/** Opens the area tree: its endpoint, and the book that others ask for names, neighbours and zones. */
export async function openAreas({
  connection,
  now,
}: Pick<Deps, 'connection' | 'now'>): Promise<Feature & { readonly book: AreaBook }> {
  const areas = areaRepository(connection);
  const book = await openAreaBook(areas.all, now);
  let fresh: { stop(): void } | undefined;
  return {
    book,
    routes: areaRoutes({ areas, book, now }),
    workers: [
      {
        name: 'area-book',
        start: () => {
          fresh = book.keepFresh();
        },
        stop: () => fresh?.stop(),
      },
    ],
  };
}
