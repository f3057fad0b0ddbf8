import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import { type HomeCondition, homeConditions } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { uiText } from '@/text/ui';
import { Button, Choice, Rows } from '@/ui';

type FormProps = { readonly doing: Act; readonly onDone: () => void };

/** Nine questions; what is not known is a no. */
export function ViewHomeForm({ doing, onDone }: FormProps) {
  const t = useText(quarantineDeskText);
  const tUi = useText(uiText);
  const [answers, setAnswers] = useState<Partial<Record<HomeCondition, 'yes' | 'no'>>>({});
  const open = homeConditions.filter((condition) => answers[condition] === undefined);
  const sign = () => {
    const said = Object.fromEntries(homeConditions.map((condition) => [condition, answers[condition] === 'yes']));
    void doing.act(episodeActions.viewHome, { answers: said });
    onDone();
  };
  return (
    <Rows>
      {homeConditions.map((condition) => (
        <Choice
          key={condition}
          label={t(`c-${condition}`)}
          inOne
          value={answers[condition]}
          onChange={(answer) => setAnswers((now) => ({ ...now, [condition]: answer }))}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      ))}
      <Button
        look="main"
        icon="edit"
        label={t('sign-view')}
        disabledReason={open.length > 0 ? t('fill-first') : undefined}
        onPress={sign}
      />
      <Button icon="left" label={tUi('back')} onPress={onDone} />
    </Rows>
  );
}
