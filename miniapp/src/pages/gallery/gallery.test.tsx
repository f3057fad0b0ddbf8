import { fireEvent, render, screen } from '@testing-library/react';
import GalleryPage from './index';

jest.mock('@/platform', () => ({
  ...jest.requireActual<Record<string, unknown>>('@/platform'),
  usePageParams: () => ({}),
}));

test.each(['lists', 'fields', 'states', 'drawings'])('the part "%s" draws, every button in it has a name', (part) => {
  render(<GalleryPage />);
  fireEvent.click(screen.getByRole('checkbox', { name: part }));
  for (const button of screen.getAllByRole('button')) expect(button).toHaveAccessibleName();
  expect(screen.getByRole('main')).not.toBeEmptyDOMElement();
});
