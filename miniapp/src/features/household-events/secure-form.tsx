import { householdEventActions } from '@grid-relief/shared-types/household-events/household-event.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { Button, Field, Rows, Words } from '@/ui';

type FormProps = { readonly doing: Act; readonly onDone: () => void };
const three = ['people', 'pets', 'goods'] as const;

/** People, pets and goods, a word each: without all three there is no button. */
export function SecureForm({ doing, onDone }: FormProps) {
  const t = useText(homeEventsText);
  const [said, setSaid] = useState({ people: '', pets: '', goods: '' });
  const secured = { people: said.people.trim(), pets: said.pets.trim(), goods: said.goods.trim() };
  const isWhole = three.every((which) => secured[which] !== '');
  return (
    <Rows>
      <Words tone="quiet">{t('secure-hint')}</Words>
      {three.map((which) => (
        <Field
          key={which}
          label={t(which)}
          maxLength={120}
          value={said[which]}
          onChange={(words) => setSaid((before) => ({ ...before, [which]: words }))}
        />
      ))}
      <Button
        look="main"
        icon="check"
        label={t('secure')}
        disabledReason={isWhole ? undefined : t('w-secure')}
        onPress={() => {
          onDone();
          void doing.act(householdEventActions.secure, { secured });
        }}
      />
      <Button look="link" label={t('back')} onPress={onDone} />
    </Rows>
  );
}
