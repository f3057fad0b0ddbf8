export default definePageConfig({ navigationBarTitleText: '入户排查' });
