import type { SmsSender } from '../../platform/sms';
import type { Channel } from './channel';

/** Texts for what cannot wait (handbook 4.7); the text names the matter by its code, nothing else. */
export function smsChannel(
  sms: SmsSender,
  phoneOf: (county: string, person: string) => Promise<string | undefined>,
): Channel {
  return {
    name: 'sms',
    isFor: ({ urgent }) => urgent && sms.available,
    async send({ county, person, code }) {
      const phone = await phoneOf(county, person);
      if (!phone) return 'NO_ADDRESS';
      return (await sms.send({ phone, template: 'NOTICE', values: { code } })) ? 'SENT' : 'FAILED';
    },
  };
}
