import { placeWords } from '@grid-relief/shared-types/quarantine/place-words';
import type { AreaRisk, RiskAreaView } from '@grid-relief/shared-types/quarantine/risk-area.schema';
import { useState } from 'react';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';
import { levelLook, levels, stepWord } from './level-words';
import { addStep, endStep, levelStep, type PlannedStep } from './risk-steps';

const parts = ['province', 'city', 'county', 'street'] as const;
const mostSource = 120;
const mostPlace = 40;

type AddProps = { readonly onAdd: (step: PlannedStep) => void; readonly onClose: () => void };

/** An area that comes onto the list: as narrow as it is known. */
export function AddAreaSheet({ onAdd, onClose }: AddProps) {
  const t = useText(policyText);
  const [names, setNames] = useState<readonly string[]>(parts.map(() => ''));
  const [level, setLevel] = useState<AreaRisk>('MEDIUM');
  const [source, setSource] = useState('');
  const trimmed = names.map((name) => name.replace(/\s/g, ''));
  const firstGap = trimmed.indexOf('');
  const place = firstGap < 0 ? trimmed : trimmed.slice(0, firstGap);
  const missing = place.length === 0 ? t('place-need') : source.trim() === '' ? t('source-need') : undefined;
  return (
    <Sheet title={t('risk-add')} open onClose={onClose}>
      <Rows>
        <Words tone="quiet">{t('place-hint')}</Words>
        {parts.map((part, at) => (
          <Field
            key={part}
            label={t(`place-${part}`)}
            optional={at > 0}
            maxLength={mostPlace}
            value={names[at] ?? ''}
            onChange={(name) => setNames(names.map((one, i) => (i === at ? name : one)))}
          />
        ))}
        <Choice
          label={t('level')}
          value={level}
          onChange={setLevel}
          options={levels.map((value) => ({ value, label: t(value), icon: levelLook[value].icon }))}
        />
        <Field label={t('source')} maxLength={mostSource} value={source} onChange={setSource} />
        <Button
          look="main"
          label={t('step-into')}
          disabledReason={missing}
          onPress={() => onAdd(addStep(place, level, source.trim()))}
        />
      </Rows>
    </Sheet>
  );
}

type EditProps = AddProps & { readonly line: RiskAreaView };

/** A line that goes up, down, or off the list. */
export function EditAreaSheet({ line, onAdd, onClose }: EditProps) {
  const t = useText(policyText);
  const [choice, setChoice] = useState<AreaRisk | 'END'>();
  const [source, setSource] = useState('');
  const other = levels.filter((level) => level !== line.areaRisk);
  const isReady = choice === 'END' || (choice !== undefined && source.trim() !== '');
  const add = () => {
    if (choice === 'END') onAdd(endStep(line));
    else if (choice) onAdd(levelStep(line, choice, source.trim()));
  };
  return (
    <Sheet title={t('risk-edit', { place: placeWords(line.place) })} open onClose={onClose}>
      <Rows>
        <Choice
          label={t('level')}
          inOne
          value={choice}
          onChange={setChoice}
          options={[
            ...other.map((value) => ({
              ...{ value: value as AreaRisk | 'END', icon: levelLook[value].icon },
              label: t(stepWord(line.areaRisk, value), { level: t(value) }),
            })),
            { value: 'END' as const, label: t('step-end'), icon: 'minus' as const },
          ]}
        />
        {choice !== 'END' && <Field label={t('source')} maxLength={mostSource} value={source} onChange={setSource} />}
        <Button
          look="main"
          label={t('step-into')}
          disabledReason={isReady ? undefined : t('source-need')}
          onPress={add}
        />
      </Rows>
    </Sheet>
  );
}
