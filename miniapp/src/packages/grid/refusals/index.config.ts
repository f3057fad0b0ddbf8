export default definePageConfig({ navigationBarTitleText: '有人不愿意' });
