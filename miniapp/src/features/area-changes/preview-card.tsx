import type { AreaChangePreview } from '@grid-relief/shared-types/areas/area-change.schema';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Card, ListRow, Rows, Words } from '@/ui';
import { workIn } from './change-words';

/** The sentence by which a change is judged, and what goes where in numbers. */
export function PreviewCard({ preview }: { readonly preview: AreaChangePreview }) {
  const t = useText(areaChangesText);
  const { people, households, withoutPart = 0, volunteers, onDuty, grants, into } = preview;
  const [first] = into;
  const work = workIn(preview);
  const rights = grants.reduce((sum, { count }) => sum + count, 0);
  const wider = grants.reduce((sum, one) => sum + one.wider, 0);
  return (
    <Card tone={wider > 0 ? 'amber' : 'plain'}>
      <Rows gap={2}>
        <Words size={4} strong block>
          {t('moves', { people, work: work.all })}
        </Words>
        <Words block>{t('moves-homes', { count: households })}</Words>
        {withoutPart > 0 && first && (
          <Words block strong>
            {t('moves-first', { count: withoutPart, name: first.name })}
          </Words>
        )}
        {work.held > 0 && <Words block>{t('moves-held', { count: work.held })}</Words>}
        {work.free > 0 && <Words block>{t('moves-free', { count: work.free })}</Words>}
        {volunteers > 0 && <Words block>{t('moves-duty', { volunteers, duty: onDuty })}</Words>}
        {rights > 0 && <Words block>{t('moves-grants', { count: rights })}</Words>}
        {wider > 0 && (
          <Words block strong>
            {t('moves-wider', { count: wider })}
          </Words>
        )}
        {into.map((one, i) => (
          <ListRow
            key={one.area}
            title={one.name}
            note={t('into-counts', { people: one.people, households: one.households, work: one.free })}
            last={i === into.length - 1}
          />
        ))}
      </Rows>
    </Card>
  );
}
