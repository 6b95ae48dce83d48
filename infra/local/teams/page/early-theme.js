document.documentElement.dataset['theme'] = new URLSearchParams(location.search).get('theme') ?? 'default';
