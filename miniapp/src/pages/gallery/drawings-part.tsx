import { Card, Heading, Icon, iconNames, Line, Picture, pictureNames } from '@/ui';

/** All icons and illustrations. */
export function DrawingsPart() {
  return (
    <Card>
      <Heading>icons</Heading>
      <Line>
        {iconNames.map((name) => (
          <Icon key={name} name={name} label={name} />
        ))}
      </Line>
      <Heading>pictures</Heading>
      <Line>
        {pictureNames.map((name) => (
          <Picture key={name} name={name} label={name} />
        ))}
      </Line>
    </Card>
  );
}
