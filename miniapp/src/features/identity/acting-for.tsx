import { useState } from 'react';
import { actFor, useActingFor, useMyHomes } from '@/api';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { Button, Card, Icon, Line, ListRow, Sheet, Words } from '@/ui';

/** Whose household this is done for, always in sight for whoever speaks for more than one. */
export function ActingFor() {
  const t = useText(identityText);
  const [isOpen, setOpen] = useState(false);
  const acting = useActingFor();
  const households = useMyHomes();
  if (acting === undefined || (households.length < 2 && acting.relation === 'OWN')) return null;
  const choose = (household: string) => {
    actFor(household);
    setOpen(false);
  };
  return (
    <Card tone="info">
      <Line apart>
        <Line>
          <Icon name="people" />
          <Words size={5} strong>
            {t('actingForWhom', { label: acting.label })}
          </Words>
        </Line>
        {households.length > 1 && <Button icon="swap" label={t('changeActing')} onPress={() => setOpen(true)} />}
      </Line>
      <Sheet title={t('actingFor')} open={isOpen} onClose={() => setOpen(false)}>
        {households.map(({ household, label, relation }, index) => (
          <ListRow
            key={household}
            title={label}
            note={t(relation === 'OWN' ? 'own' : 'proxy')}
            lead={<Icon name={household === acting.household ? 'check' : 'home'} />}
            onPress={() => choose(household)}
            last={index === households.length - 1}
          />
        ))}
      </Sheet>
    </Card>
  );
}
