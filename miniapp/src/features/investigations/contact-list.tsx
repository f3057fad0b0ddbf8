import { investigationActions } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { ContactView, InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { interviewText } from '@/text/investigation-interview';
import { investigationsText } from '@/text/investigations';
import { Button, Card, Heading, Line, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import type { ContactForm as Form } from './case-drafts';
import type { Opened } from './case-head';
import { whenNow } from './when-field';
import { WhySheet } from './why-sheet';

type ListProps = {
  readonly of: InvestigationView;
  readonly doing: Act;
  /** Names and numbers while they are open. */
  readonly opened: Opened | undefined;
  readonly onEdit: (entry: Partial<Form>) => void;
};

/** Whom the case has met. Confirmed, the grid looks after them and does not learn of whom they are a contact. */
export function ContactList({ of, doing, opened, onEdit }: ListProps) {
  const t = useText(interviewText);
  const { contactList } = of;
  if (contactList.length === 0) return <Words tone="quiet">{t('contacts-none')}</Words>;
  return (
    <Rows>
      <Words tone="quiet">{t('confirm-hint')}</Words>
      {contactList.map((contact) => (
        <ContactCard
          key={contact.id}
          {...{ of, doing, contact, onEdit }}
          known={opened?.contacts.find(({ id }) => id === contact.id)}
        />
      ))}
    </Rows>
  );
}

const chips = {
  LISTED: { icon: 'clock', tone: 'amber' },
  CONFIRMED: { icon: 'check', tone: 'leaf' },
  DROPPED: { icon: 'cross', tone: 'quiet' },
} as const;

type CardProps = Omit<ListProps, 'opened'> & {
  readonly contact: ContactView;
  readonly known: Opened['contacts'][number] | undefined;
};

function ContactCard({ of, doing, contact, known, onEdit }: CardProps) {
  const t = useText(interviewText);
  const tCase = useText(investigationsText);
  const timeWords = useTimeWords();
  const { nameMasked, class: kind, relation, lastExposureAt, areaName, standing, missing } = contact;
  const phone = known?.phone;
  return (
    <Card>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{known?.name ?? nameMasked}</Heading>
          <StatusChip {...chips[standing]} label={t(`st-${standing}`)} />
        </Line>
        <Words block>{[t(kind), t(`rel-${relation}`), ...(areaName ? [areaName] : [])].join(' · ')}</Words>
        {lastExposureAt !== undefined && (
          <Words tone="quiet" block>
            {t('exposed', { time: timeWords(new Date(lastExposureAt)) })}
          </Words>
        )}
        {standing === 'LISTED' &&
          missing.map((what) => <StatusChip key={what} icon="warning" tone="amber" label={t(`need-${what}`)} />)}
        {known && phone !== undefined && (
          <Button icon="phone" label={tCase('call-case', { name: known.name })} onPress={() => void callPhone(phone)} />
        )}
        {standing !== 'DROPPED' && <ContactButtons {...{ of, doing, contact, known, onEdit }} />}
      </Rows>
    </Card>
  );
}

function ContactButtons({ of, doing, contact, known, onEdit }: CardProps) {
  const t = useText(interviewText);
  const tCase = useText(investigationsText);
  const [isDropping, setDropping] = useState(false);
  const { id: contactId, standing, missing } = contact;
  const may = (action: string) => of.actions.includes(action);
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows gap={2}>
      {may('confirmContact') && standing === 'LISTED' && missing.length === 0 && (
        <ActButton
          of={doing}
          does={investigationActions.confirmContact}
          body={{ contactId }}
          icon="check"
          label={t('confirmContact')}
        />
      )}
      {isFree && known && may('addContact') && (
        <Button icon="edit" label={t('edit-contact')} onPress={() => onEdit(entryOf(contact, known))} />
      )}
      {isFree && may('dropContact') && (
        <Button look="link" icon="cross" label={tCase('dropContact')} onPress={() => setDropping(true)} />
      )}
      {isDropping && (
        <WhySheet
          asked="dropContact"
          onClose={() => setDropping(false)}
          onSend={(reason) => void doing.act(investigationActions.dropContact, { contactId, reason })}
        />
      )}
    </Rows>
  );
}

/** What is known of an entry, for the form that completes it. Pure. */
function entryOf(contact: ContactView, { name, phone = '' }: NonNullable<CardProps['known']>): Partial<Form> {
  const { id, class: kind, relation, lastExposureAt, area, areaName = '' } = contact;
  return {
    ...{ id, name, phone, class: kind, relation, areaName, isHere: true },
    ...(lastExposureAt ? { when: whenNow(new Date(lastExposureAt)) } : {}),
    ...(area ? { area } : {}),
  };
}
