export default definePageConfig({ navigationBarTitleText: '家中有事' });
