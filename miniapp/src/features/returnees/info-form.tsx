import { useState } from 'react';
import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { returneesText } from '@/text/returnees';
import { Button, Field, Heading, Words } from '@/ui';
import { infoFrom, nothingLearnt } from './info-said';
import type { placeLevels } from './place';
import { PlaceFields } from './place-fields';
import type { nowhereYet } from './report-draft';
import { DayChoice } from './stay-fields';

/** What was learnt on the phone: in words, another place, another day. Nothing is sent while nothing is filled in. */
export function InfoForm({ onSend }: { readonly onSend: (body: object) => void }) {
  const t = useText(reportText);
  const person = useText(returneesText);
  const [said, setSaid] = useState(nothingLearnt);
  const { words, place, day } = said;
  const { body, need, missing } = infoFrom(said, new Date());
  const put = (part: Partial<typeof nowhereYet>) => setSaid({ ...said, place: { ...place, ...part } });
  const wrongAt = (level: (typeof placeLevels)[number]) => ({
    error: missing === level ? t('need-level') : undefined,
    takesFocus: false,
  });
  return (
    <>
      <Field
        label={t('learnt')}
        tall
        optional
        maxLength={300}
        value={words}
        onChange={(typed) => setSaid({ ...said, words: typed })}
      />
      <Heading size={5}>{t('learnt-place')}</Heading>
      <PlaceFields parts={place.parts} onChange={(parts) => put({ parts })} wrongAt={wrongAt} />
      <Field
        label={t('came-days')}
        kind="number"
        maxLength={2}
        optional
        value={place.came}
        onChange={(came) => put({ came })}
      />
      <Field
        label={t('left-days')}
        hint={t('left-hint')}
        kind="number"
        maxLength={2}
        optional
        value={place.left}
        onChange={(left) => put({ left })}
      />
      <DayChoice label={t('learnt-day')} day={day} onChange={(chosen) => setSaid({ ...said, day: chosen })} />
      <Button
        look="main"
        label={person('w-addInfo')}
        disabledReason={need && t(need)}
        onPress={() => body && onSend(body)}
      />
      <Words tone="quiet">{t('learnt-note')}</Words>
    </>
  );
}
