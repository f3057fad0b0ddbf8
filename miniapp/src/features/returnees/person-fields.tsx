import type { FieldErrors } from '@/api';
import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { Button, Card, Choice, Field, Heading, Line, Rows } from '@/ui';
import { placeLevels } from './place';
import { PlaceFields } from './place-fields';
import { type Draft, nobodyYet, nowhereYet } from './report-draft';

export type PartProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly wrong: FieldErrors<string>;
};

/** What the contract takes in one report. */
const mostPeople = 8;
const mostPlaces = 12;

/** Who comes: as few fields as will do; a child needs a name and an answer. */
export function PeopleFields({ draft: { people }, change, wrong }: PartProps) {
  const t = useText(reportText);
  const put = (at: number, part: Partial<Draft['people'][number]>) =>
    change({ people: people.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <Rows>
      {people.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people have no sign of their own until they are sent
        <Card key={at}>
          <Rows>
            <Line apart>
              <Heading size={5}>{t('person-n', { n: at + 1 })}</Heading>
              {people.length > 1 && (
                <Button
                  look="link"
                  label={t('drop-person')}
                  onPress={() => change({ people: people.filter((_, i) => i !== at) })}
                />
              )}
            </Line>
            <Field
              label={t('name')}
              value={person.name}
              maxLength={40}
              onChange={(name) => put(at, { name })}
              {...wrong.at(`/travellers/${at}/name`)}
            />
            <Field
              label={t('phone')}
              hint={t('phone-hint')}
              kind="tel"
              value={person.phone}
              maxLength={11}
              optional={at > 0}
              onChange={(phone) => put(at, { phone })}
              {...wrong.at(`/travellers/${at}/phone`)}
            />
            <Field
              label={t('id')}
              hint={t('id-hint')}
              kind="idcard"
              value={person.idNumber}
              maxLength={24}
              optional
              onChange={(idNumber) => put(at, { idNumber })}
              {...wrong.at(`/travellers/${at}/idNumber`)}
            />
            <Field
              label={t('year')}
              kind="number"
              value={person.year}
              maxLength={4}
              optional
              onChange={(year) => put(at, { year })}
              {...wrong.at(`/travellers/${at}/birthYear`)}
            />
            <Choice
              label={t('symptoms')}
              value={person.symptoms}
              onChange={(symptoms) => put(at, { symptoms })}
              options={(['no', 'yes'] as const).map((value) => ({ value, label: t(value) }))}
            />
          </Rows>
        </Card>
      ))}
      {people.length < mostPeople && (
        <Button icon="plus" label={t('add-person')} onPress={() => change({ people: [...people, nobodyYet] })} />
      )}
    </Rows>
  );
}

/** Where they have been, the widest first; how many days ago is easier than a date. */
export function PlacesFields({ draft: { places }, change, wrong }: PartProps) {
  const t = useText(reportText);
  const put = (at: number, part: Partial<Draft['places'][number]>) =>
    change({ places: places.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <Rows>
      <Heading>{t('where')}</Heading>
      {places.map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no sign of their own until they are sent
        <Card key={at}>
          <Rows>
            <Line apart>
              <Heading size={5}>{t('where-n', { n: at + 1 })}</Heading>
              {places.length > 1 && (
                <Button
                  look="link"
                  label={t('drop-place')}
                  onPress={() => change({ places: places.filter((_, i) => i !== at) })}
                />
              )}
            </Line>
            <PlaceFields
              parts={place.parts}
              onChange={(parts) => put(at, { parts })}
              wrongAt={(level) => wrong.at(`/stays/${at}/place/${placeLevels.indexOf(level)}`)}
            />
            <Field
              label={t('came-days')}
              kind="number"
              maxLength={2}
              value={place.came}
              onChange={(came) => put(at, { came })}
              {...wrong.at(`/stays/${at}/from`)}
            />
            <Field
              label={t('left-days')}
              hint={t('left-hint')}
              kind="number"
              maxLength={2}
              optional
              value={place.left}
              onChange={(left) => put(at, { left })}
              {...wrong.at(`/stays/${at}/to`)}
            />
          </Rows>
        </Card>
      ))}
      {places.length < mostPlaces && (
        <Button icon="plus" label={t('add-place')} onPress={() => change({ places: [...places, nowhereYet] })} />
      )}
    </Rows>
  );
}
