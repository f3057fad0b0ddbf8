import { useState } from 'react';
import { useText } from '@/text';
import { postMealText } from '@/text/post-meal';
import { Button, Choice, Line, Rows, Sheet, Stepper, useTimeWords, Words } from '@/ui';
import { mealTimes, mostHeads, proposedTime, usualHeads } from './meal';

type MealSheetProps = {
  readonly post: string;
  readonly onClose: () => void;
  readonly onSend: (meal: { readonly headCount: number; readonly wantedBy: string }) => void;
};

const tens = 10;

/** How many eat, and when; one press asks for it. */
export function MealSheet({ post, onClose, onSend }: MealSheetProps) {
  const t = useText(postMealText);
  const timeWords = useTimeWords();
  // the hours stay those that were read when the sheet was opened
  const [{ times, proposed }] = useState(() => {
    const now = new Date();
    const all = mealTimes(now);
    return { times: all, proposed: proposedTime(all, now) };
  });
  const [headCount, setHeadCount] = useState(usualHeads);
  const [wantedBy, setWantedBy] = useState(proposed ?? '');
  const by = (more: number) => setHeadCount(Math.min(mostHeads, Math.max(1, headCount + more)));
  const time = timeWords(new Date(wantedBy));
  return (
    <Sheet title={t('ask-title', { post })} open onClose={onClose}>
      <Rows>
        <Words size={5} strong>
          {t('how-many')}
        </Words>
        <Stepper
          name={t('how-many')}
          unit={t('person')}
          value={headCount}
          min={1}
          max={mostHeads}
          onChange={setHeadCount}
        />
        <Line>
          <Button icon="minus" label={t('ten-less')} onPress={() => by(-tens)} />
          <Button icon="plus" label={t('ten-more')} onPress={() => by(tens)} />
        </Line>
        <Choice
          label={t('when')}
          value={wantedBy}
          onChange={setWantedBy}
          options={times.map((value) => ({ value, label: timeWords(new Date(value)) }))}
        />
        <Words tone="quiet">{t('free')}</Words>
        <Button
          look="main"
          icon="bowl"
          label={t('send', { count: headCount, time })}
          onPress={() => onSend({ headCount, wantedBy })}
        />
      </Rows>
    </Sheet>
  );
}
