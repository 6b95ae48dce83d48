// Set for the project of jest.config.mjs that runs tests a second time, on the other engine.
process.env['PLUMBLINE_STORE'] = 'cosmos';
