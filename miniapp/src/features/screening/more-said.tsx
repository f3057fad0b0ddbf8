import type { DoorAnswers } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import { useText } from '@/text';
import { doorsText } from '@/text/doors';
import { Button, Choice, Field, Rows, Sheet } from '@/ui';

type Draft = {
  readonly home: string;
  readonly planned: string;
  readonly symptoms?: 'no' | 'yes';
  readonly words: string;
};
const nothing: Draft = { home: '', planned: '', words: '' };

/** What goes along with an answer; undefined where nothing was written. Pure. */
export function answersOf({ home, planned, symptoms, words }: Draft): DoorAnswers | undefined {
  const said = {
    ...(/^\d{1,2}$/.test(home) ? { home: Math.min(Number(home), 60) } : {}),
    ...(planned.trim() === '' ? {} : { planned: [{ where: planned.trim() }] }),
    ...(symptoms === undefined ? {} : { symptoms: symptoms === 'yes' }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

/** What else was said at a door, as it is being written. */
export function useMoreSaid() {
  const [draft, setDraft] = useState(nothing);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return { draft, change, answers: answersOf(draft) };
}

/** A sheet for the other questions: none of them has to be answered, so that most doors stay one tap. */
export function MoreSaid({ of: { draft, change } }: { readonly of: ReturnType<typeof useMoreSaid> }) {
  const t = useText(doorsText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="link" icon="edit" label={t('said-more')} onPress={() => setOpen(true)} />
      <Sheet title={t('said-more')} open={isOpen} onClose={() => setOpen(false)}>
        <Rows gap={2}>
          <Field
            label={t('said-home')}
            kind="number"
            maxLength={2}
            optional
            value={draft.home}
            onChange={(home) => change({ home })}
          />
          <Field
            label={t('said-planned')}
            maxLength={60}
            optional
            value={draft.planned}
            onChange={(planned) => change({ planned })}
          />
          <Choice
            label={t('said-symptoms')}
            value={draft.symptoms}
            onChange={(symptoms) => change({ symptoms })}
            options={(['no', 'yes'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <Field
            label={t('said-words')}
            maxLength={300}
            optional
            value={draft.words}
            onChange={(words) => change({ words })}
          />
        </Rows>
      </Sheet>
    </>
  );
}
